package dpsh.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.ScreenTerminal;
import org.jspecify.annotations.Nullable;

/** A shell on JLine's virtual screen: type keys, wait until the screen satisfies a condition, look at the text. */
public class VirtualScreen implements AutoCloseable {
    public static final String TAB = "\t";
    public static final String ENTER = "\r";
    public static final String CTRL_C = "\u0003";
    public static final String CTRL_D = "\u0004";
    public static final String CTRL_U = "\u0015";
    public static final String UP = "\u001bOA";
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final ScreenTerminal.VirtualTerminal virtual;
    private @Nullable CompletableFuture<Integer> code;

    public VirtualScreen(String type, int columns, int rows) {
        try {
            virtual = ScreenTerminal.withTerminal("test", type, columns, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts what runs on this screen; its result is the exit code. */
    public final void start(Supplier<Integer> work) {
        code = CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, "shell under test");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Runs a shell made of this on the screen; for a caller outside of this package. */
    public final int run(Shell.Setup setup, boolean styled) {
        return run(setup, styled, Map.of());
    }

    /** The same where these variables name an editor. */
    public final int run(Shell.Setup setup, boolean styled, Map<String, String> environment) {
        OperatorsEditor editor = new OperatorsEditor(environment, Programs.unlent());
        return new Shell(setup, terminal(), styled, editor).run();
    }

    final Terminal terminal() {
        return virtual.terminal();
    }

    public VirtualScreen type(String keys) {
        try {
            virtual.terminal().processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The terminal gets another size, as when somebody drags the window's edge. */
    public final void resize(int columns, int rows) {
        virtual.screen().setSize(Size.of(columns, rows));
        virtual.terminal().setSize(Size.of(columns, rows));
        virtual.terminal().raise(Terminal.Signal.WINCH);
    }

    /** The screen without blanks at the lines' ends and without the empty lines below. */
    public final String text() {
        String all = virtual.screen().toString();
        StringBuilder lines = new StringBuilder();
        all.lines().forEach(l -> lines.append(l.stripTrailing()).append('\n'));
        return lines.toString().stripTrailing();
    }

    /**
     * The screen as an SVG.
     *
     * @param title what the picture shows, in a few words
     * @param typing whether the cursor is seen
     */
    public final String picture(String title, boolean typing) {
        return ScreenPicture.of(virtual.screen(), text(), title, typing);
    }

    /** The last line that is not empty. */
    public final String lastLine() {
        String text = text();
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    /** How the first character of the last place where the word stands looks; 0 when it looks like any other. */
    final long look(String word) {
        int columns = virtual.screen().getColumns();
        long[] cells = new long[columns * virtual.screen().getRows()];
        virtual.screen().dump(cells, new int[2]);
        StringBuilder text = new StringBuilder();
        for (long cell : cells) {
            text.append((char) (cell & 0xffff));
        }
        int at = text.lastIndexOf(word);
        if (at < 0) {
            throw new AssertionError("'" + word + "' is not on the screen:\n" + text());
        }
        return cells[at] >>> 32;
    }

    public final String awaitText(String wanted) {
        return await(text -> text.contains(wanted));
    }

    /** Waits until the line being edited is this one. */
    public final String awaitLine(String line) {
        return await(text -> text.substring(text.lastIndexOf('\n') + 1).equals(line.stripTrailing()));
    }

    /** Waits for a condition on the text; the failure shows the screen. */
    public final String await(Predicate<String> condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (true) {
            String text = text();
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

    /** Waits for the end of what was started. */
    public final int awaitCode() {
        try {
            return running().get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the shell did not end; the screen shows:\n" + text(), e);
        }
    }

    /** Waits a few seconds for the end of what was started, whatever that is. */
    protected final void awaitLeft() {
        try {
            running().get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // A test that cares asks for the code.
        }
    }

    public final boolean isOpen() {
        return !running().isDone();
    }

    private CompletableFuture<Integer> running() {
        if (code == null) {
            throw new IllegalStateException("nothing was started");
        }
        return code;
    }

    @Override
    public void close() {
        try {
            virtual.terminal().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
