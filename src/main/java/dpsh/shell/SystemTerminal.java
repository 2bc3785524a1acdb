package dpsh.shell;

import java.io.IOException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * The process's own terminal, opened with as little as can be: one provider, no other process. JLine by itself loads all its
 * providers, runs {@code test -t} for one and {@code infocmp} for what the terminal can do, which takes longer than the rest of
 * the start.
 */
final class SystemTerminal {
    private SystemTerminal() {}

    /**
     * Opens it. Where nothing better is to be had it is a dumb one.
     *
     * @param type what {@code TERM} says, or null
     * @throws IOException when there is no terminal at all
     */
    static Terminal open(TerminalFacts facts, @Nullable String type) throws IOException {
        useBundledCapabilities(type);
        Terminal terminal = build();
        if (terminal.getColumns() == 0) {
            // A dumb terminal, or one whose owner never set a size; JLine would cut the prompt to nothing.
            terminal.setSize(Size.of(facts.columns() > 0 ? facts.columns() : 80, 24));
        }
        return terminal;
    }

    /**
     * From now on this handler hears Ctrl-C. JLine leaves the signal of a dumb terminal to the JVM, which would end the process.
     *
     * @return who heard it before
     */
    static Terminal.SignalHandler hear(Terminal terminal, Terminal.SignalHandler handler) {
        if (isDumb(terminal)) {
            Signals.register("INT", () -> terminal.raise(Terminal.Signal.INT));
        }
        return terminal.handle(Terminal.Signal.INT, handler);
    }

    /** From now on Ctrl-C ends the process. */
    static void endAtCtrlC(Terminal terminal) {
        terminal.handle(Terminal.Signal.INT, Terminal.SignalHandler.SIG_DFL);
        if (isDumb(terminal)) {
            Signals.registerDefault("INT");
        }
    }

    private static Terminal build() throws IOException {
        try {
            return builder().system(true).provider("jni").dumb(false).build();
        } catch (IOException | IllegalStateException noNativeCode) {
            // A machine that JLine brings no native code for, or streams that are none of a terminal's.
            return builder().system(true).dumb(true).build();
        }
    }

    /** JLine has what the usual terminals can do with it; only for the others is the machine asked. */
    private static void useBundledCapabilities(@Nullable String type) {
        String known = type == null ? null : InfoCmp.getDefaultInfoCmp(type);
        if (known != null) {
            InfoCmp.setLoadedInfoCmp(type, known);
        }
    }

    /** No probe for grapheme clusters: it costs 0.6 s on a silent terminal and swallows what was typed ahead. */
    static TerminalBuilder builder() {
        return TerminalBuilder.builder().name("dpsh").graphemeCluster(false);
    }

    static boolean isDumb(Terminal terminal) {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }
}
