package dpsh.shell;

import dpsh.session.KnownValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jline.reader.LineReader;
import org.jline.utils.ScreenTerminal;
import org.jspecify.annotations.Nullable;

/** A shell on JLine's virtual screen: type keys, wait until the screen satisfies a condition, look at the text. */
final class VirtualShell implements AutoCloseable {
    static final String PROMPT = "dpsh sandbox testBkpVault>";
    static final String TAB = "\t";
    static final String ENTER = "\r";
    static final String CTRL_C = "\u0003";
    static final String CTRL_D = "\u0004";
    static final String UP = "\u001bOA";
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    final SampleCommands commands = new SampleCommands();
    final NoticeBoard notices = new NoticeBoard(text -> {
        throw new IllegalStateException("no prompt for " + text);
    });
    private final Shell shell;
    private final ScreenTerminal.VirtualTerminal virtual;
    private final CompletableFuture<Integer> code;

    private VirtualShell(String type, int columns, KnownValues known, @Nullable Path history) {
        try {
            virtual = ScreenTerminal.withTerminal("test", type, columns, 24);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Shell.Setup setup = new Shell.Setup(
                () -> commands,
                () -> new Standing("sandbox", null, null, "testBkpVault"),
                known,
                Captured.TELLER,
                notices,
                history);
        shell = new Shell(setup, virtual.terminal(), true);
        code = CompletableFuture.supplyAsync(shell::run, task -> {
            Thread thread = new Thread(task, "shell under test");
            thread.setDaemon(true);
            thread.start();
        });
    }

    static VirtualShell open() {
        return open("xterm-256color", 100, KnownValues.NONE, null);
    }

    /** Returns when the first prompt is on the screen. */
    static VirtualShell open(String type, int columns, KnownValues known, @Nullable Path history) {
        VirtualShell shell = new VirtualShell(type, columns, known, history);
        shell.await(text -> text.contains("> ") || text.stripTrailing().endsWith(">"));
        return shell;
    }

    VirtualShell type(String keys) {
        try {
            virtual.terminal().processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The screen without blanks at the lines' ends and without the empty lines below. */
    String text() {
        String all = virtual.screen().toString();
        StringBuilder lines = new StringBuilder();
        all.lines().forEach(l -> lines.append(l.stripTrailing()).append('\n'));
        return lines.toString().stripTrailing();
    }

    /** The last line that is not empty. */
    String lastLine() {
        String text = text();
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    String awaitText(String wanted) {
        return await(text -> text.contains(wanted));
    }

    /** Waits until the line being edited is this one. */
    String awaitLine(String line) {
        return await(text -> text.substring(text.lastIndexOf('\n') + 1).equals(line.stripTrailing()));
    }

    String await(Predicate<String> condition) {
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

    int awaitCode() {
        try {
            return code.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the shell did not end; the screen shows:\n" + text(), e);
        }
    }

    boolean isSet(LineReader.Option option) {
        return shell.reader().isSet(option);
    }

    boolean isOpen() {
        return !code.isDone();
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
