package dpsh.runbook;

import dpsh.arm.DpshException;
import groovy.lang.Script;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;

/** The scripts of one run: the runbook, and what it and its files include. */
final class Inclusions {
    private final Sources sources;
    private final Map<Class<?>, RunbookFile> files = new HashMap<>();
    private final Map<Path, Script> done = new HashMap<>();
    private final Deque<Path> under = new ArrayDeque<>();
    private final List<Script> included = new ArrayList<>();

    Inclusions(Sources sources) {
        this.sources = sources;
    }

    /** Runs the runbook itself. */
    @Nullable
    Object run(RunbookLoader loader, RunbookFile file, groovy.lang.Binding binding) {
        Class<?> type = sources.compile(loader, file.name(), file.text());
        files.put(type, file);
        under.push(real(file.path()));
        try {
            return InvokerHelper.createScript(type, binding).run();
        } finally {
            under.pop();
        }
    }

    /** Runs a file beside the one that asks, unless that was done already. */
    @Nullable
    Object include(Script from, String name) {
        RunbookFile asking = files.get(from.getClass());
        if (asking == null) {
            throw new DpshException.Usage("include belongs into a runbook", null, null);
        }
        Path path = asking.sibling(name);
        Path real = real(path);
        if (under.contains(real)) {
            throw new DpshException.Usage(
                    "the runbook '" + path + "' includes itself", "it is being included already", null);
        }
        if (done.containsKey(real)) {
            return null;
        }
        RunbookFile file = RunbookFile.read(path);
        RunbookLoader loader = RunbookLoader.of(from.getClass());
        if (loader == null) {
            throw new IllegalStateException("a script that no runbook made");
        }
        Class<?> type = sources.compile(loader, file.name(), file.text());
        files.put(type, file);
        Script script = InvokerHelper.createScript(type, from.getBinding());
        done.put(real, script);
        included.add(script);
        under.push(real);
        try {
            return script.run();
        } finally {
            under.pop();
        }
    }

    /** What was included so far, in its order. */
    List<Script> included() {
        return included;
    }

    static Path real(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
