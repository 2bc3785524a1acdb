package dpsh.runbook;

import groovy.lang.GroovyClassLoader;

/**
 * Loads the code that the compiler runs for an annotation, and only that of the allowed ones: what {@link Precautions} might
 * overlook ends here.
 */
final class TransformLoader extends GroovyClassLoader {
    TransformLoader(ClassLoader parent) {
        super(parent);
        setResourceLoader(name -> null);
    }

    @Override
    public Class<?> loadClass(String name, boolean lookupScriptFiles, boolean preferClassOverScript, boolean resolve)
            throws ClassNotFoundException {
        if (!Allowed.isTransform(name)) {
            throw new ClassNotFoundException(name + " does not run for runbooks");
        }
        return super.loadClass(name, false, true, resolve);
    }
}
