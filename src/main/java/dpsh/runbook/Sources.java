package dpsh.runbook;

import dpsh.arm.DpshException;
import groovy.lang.GroovyCodeSource;
import groovy.lang.Script;
import java.util.LinkedHashMap;
import java.util.Map;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;
import org.jspecify.annotations.Nullable;

/**
 * Texts on their way to becoming classes, each under a name that no variable has, and the names that people know them by.
 */
final class Sources {
    private final Map<String, String> told = new LinkedHashMap<>();

    /**
     * The script's class; nothing of it has run.
     *
     * @throws DpshException.Usage when it does not compile
     */
    Class<?> compile(RunbookLoader loader, String name, String text) {
        Class<?> type;
        try {
            type = parse(loader, name, text);
        } catch (CompilationFailedException e) {
            throw Troubles.uncompiled(name, e);
        }
        if (!Script.class.isAssignableFrom(type)) {
            throw new DpshException.Usage(
                    name + " is no script",
                    "no statement stands outside of its classes and of main()",
                    "write what shall be run outside of them");
        }
        return type;
    }

    /** The same, and what is wrong is the compiler's to tell. */
    Class<?> parse(RunbookLoader loader, String name, String text) {
        return loader.parseClass(new GroovyCodeSource(text, internal(name), "/dpsh/runbook"), false);
    }

    /** Compiles as far as class files, and makes no class of them. */
    void check(RunbookLoader loader, CompilerConfiguration configuration, String name, String text) {
        CompilationUnit unit = Dialect.unit(configuration, null, loader);
        unit.addSource(internal(name), text);
        try {
            unit.compile(Phases.CLASS_GENERATION);
        } catch (CompilationFailedException e) {
            throw Troubles.uncompiled(name, e);
        }
    }

    /** A name that stands for this one in class names and stack traces. */
    private String internal(String name) {
        String internal = "Runbook" + (told.size() + 1) + "_"
                + name.replaceFirst("\\.groovy$", "").replaceAll("[^A-Za-z0-9_]", "_") + ".groovy";
        told.put(internal, name);
        return internal;
    }

    /** Where in a runbook this arose, such as {@code protect.groovy:12}; null when it did not arise in one. */
    @Nullable
    String place(Throwable error) {
        for (Throwable link = error; link != null; link = link.getCause()) {
            for (StackTraceElement frame : link.getStackTrace()) {
                String name = frame.getFileName() == null ? null : told.get(frame.getFileName());
                if (name != null && frame.getLineNumber() > 0) {
                    return name + ":" + frame.getLineNumber();
                }
            }
        }
        return null;
    }
}
