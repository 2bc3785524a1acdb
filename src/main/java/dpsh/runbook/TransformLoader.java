package dpsh.runbook;

import groovy.lang.GroovyClassLoader;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.transform.ASTTransformation;
import org.codehaus.groovy.transform.stc.TypeCheckingExtension;

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
        Class<?> type = super.loadClass(name, false, true, resolve);
        boolean hook = ASTTransformation.class.isAssignableFrom(type)
                || TypeCheckingExtension.class.isAssignableFrom(type)
                || CompilationCustomizer.class.isAssignableFrom(type);
        if (hook && !Allowed.isTransform(name)) {
            throw new ClassNotFoundException(name + " does not run for runbooks");
        }
        return type;
    }
}
