package dpsh.shell;

import dpsh.command.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The lines that a session begins with. They are carried out behind the first prompt, on a thread of their own; whoever needs
 * the session waits for them. What they print stands above the prompt.
 */
final class InitFile {
    private static final long PATIENCE_MILLIS = 300;

    private final @Nullable Path file;
    private final Consumer<String> above;
    private final Runnable done;
    private final Function<Screen, LineRunner> runners;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable LineRunner running;
    private volatile boolean stopped;

    /**
     * @param file null for none
     * @param above given each line that is printed
     * @param done called when the last line was carried out, unless there is no file
     */
    InitFile(@Nullable Path file, Consumer<String> above, Runnable done, Function<Screen, LineRunner> runners) {
        this.file = file;
        this.above = above;
        this.done = done;
        this.runners = runners;
    }

    /** Begins, once; returns at once. */
    void begin() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        if (file == null
                || Files.notExists(file)
                || !Files.isDirectory(file.toAbsolutePath().getParent())) {
            over.countDown();
            return;
        }
        Thread thread = new Thread(this::work, "dpsh-init");
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        try {
            String name = String.valueOf(file);
            PrintWriter out = new PrintWriter(new AboveLines(above), true);
            Screen screen = PlainScreen.on(out, out, TerminalFacts.NONE, null);
            LineRunner runner = runners.apply(screen);
            running = runner;
            List<String> lines = Files.readString(Path.of(name), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            new ScriptRun(screen, line -> stopped ? LineOutcome.ran(130) : runner.run(line), false, name)
                    .run(new Lines(lines.iterator()), 0, true);
            out.flush();
        } catch (IOException e) {
            above.accept("warning: the init file '" + file + "' cannot be read: it is no text file of yours");
        } finally {
            running = null;
            try {
                done.run();
            } finally {
                over.countDown();
            }
        }
    }

    /** Whether its lines are being carried out. */
    boolean isBusy() {
        return begun.get() && over.getCount() > 0;
    }

    /** Ends the line that runs; those behind it are not carried out. @return false when there is nothing to end */
    boolean interrupt() {
        LineRunner runner = running;
        if (runner == null) {
            return false;
        }
        stopped = true;
        runner.interrupt();
        return true;
    }

    /**
     * Until the last line was carried out. An interruption ends the waiting, and stays.
     *
     * @param slow called when that takes a while
     * @return false when it was ended while somebody waited
     */
    boolean awaitEnd(Runnable slow) {
        boolean waited = isBusy();
        try {
            if (begun.get() && !over.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                slow.run();
                over.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !(waited && stopped);
    }

    /** Hands on whole lines. */
    private static final class AboveLines extends Writer {
        private final Consumer<String> above;
        private final StringBuilder line = new StringBuilder();

        AboveLines(Consumer<String> above) {
            this.above = above;
        }

        @Override
        public synchronized void write(char[] text, int from, int length) {
            for (int at = from; at < from + length; at++) {
                if (text[at] == '\n') {
                    above.accept(line.toString());
                    line.setLength(0);
                } else if (text[at] != '\r') {
                    line.append(text[at]);
                }
            }
        }

        @Override
        public void flush() {
            // A line is handed on when it is whole.
        }

        @Override
        public void close() {
            if (!line.isEmpty()) {
                above.accept(line.toString());
                line.setLength(0);
            }
        }
    }
}
