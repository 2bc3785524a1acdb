package dpsh.runbook;

import groovy.lang.GroovyClassLoader;
import java.security.CodeSource;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Makes the classes of one runbook, or of one session's expressions, and knows what they belong to. Nothing is ever added to
 * its class path, and no source is looked for there.
 */
final class RunbookLoader extends GroovyClassLoader {
    private final Cancellation cancellation;
    private volatile Words words;

    RunbookLoader(CompilerConfiguration configuration, Cancellation cancellation, Words words) {
        super(RunbookLoader.class.getClassLoader(), configuration, false);
        this.cancellation = cancellation;
        this.words = words;
        setResourceLoader(name -> null);
    }

    /** The loader that made this class; null when none of this kind did. */
    static @Nullable RunbookLoader of(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        while (loader instanceof GroovyClassLoader && !(loader instanceof RunbookLoader)) {
            loader = loader.getParent();
        }
        return loader instanceof RunbookLoader ours ? ours : null;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** Another line of the session begins: what its scripts say goes there. */
    void speak(Words now) {
        words = now;
    }

    /** What its scripts can say. */
    Words words() {
        return words;
    }

    @Override
    protected CompilationUnit createCompilationUnit(CompilerConfiguration configuration, @Nullable CodeSource source) {
        return Dialect.unit(configuration, source, this);
    }
}
