package dpsh.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import org.jline.utils.ScreenTerminal;

/** A shell of the caller's making on JLine's virtual screen, for tests outside of this room. */
public final class RealPrompt implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final ScreenTerminal.VirtualTerminal virtual;
    private final Thread thread;

    private RealPrompt(Shell.Setup setup) {
        try {
            virtual = ScreenTerminal.withTerminal("test", "xterm-256color", 120, 24);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Shell shell = new Shell(setup, virtual.terminal(), true);
        thread = new Thread(shell::run, "shell under test");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns when the first prompt is on the screen. */
    public static RealPrompt open(Shell.Setup setup) {
        RealPrompt prompt = new RealPrompt(setup);
        prompt.await(text -> text.contains("> ") || text.stripTrailing().endsWith(">"));
        return prompt;
    }

    public RealPrompt type(String keys) {
        try {
            virtual.terminal().processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Waits until the screen is so, and returns it. */
    public String await(Predicate<String> condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (true) {
            String text = virtual.screen().toString();
            if (condition.test(text)) {
                return text;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the screen never got there; it shows:\n" + text);
            }
            try {
                virtual.screen().waitDirty(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Leaves with Ctrl-C and Ctrl-D. */
    @Override
    public void close() {
        try {
            type("\u0003\u0004");
            thread.join(DEADLINE.toMillis());
            virtual.terminal().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
