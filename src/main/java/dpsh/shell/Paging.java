package dpsh.shell;

import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.reader.EndOfFileException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/** A pager on the terminal, on a thread of its own: it shows lines while more of them come. */
final class Paging implements AutoCloseable {
    private static final String NAME = "q leaves, / searches";

    private static final long PATIENCE_MILLIS = 100;

    private final LineStream lines = new LineStream();
    private final Terminal terminal;
    private final Thread thread;
    private volatile boolean left;

    private Paging(Terminal terminal) {
        this.terminal = terminal;
        this.thread = new Thread(this::page, "pager");
        thread.setDaemon(true);
    }

    /** Opens it with these lines. */
    static Paging begin(Terminal terminal, List<String> first) {
        Paging paging = new Paging(terminal);
        first.forEach(paging.lines::add);
        paging.thread.start();
        return paging;
    }

    /** One more line; false when the operator has left. */
    boolean add(String line) {
        lines.add(line);
        return !left;
    }

    /** There are no more lines: waits until the operator leaves, which Ctrl-C is a way to do. */
    void finish() {
        lines.end();
        try {
            while (thread.isAlive()) {
                thread.join(heedsCtrlC() ? 0 : PATIENCE_MILLIS);
            }
        } catch (InterruptedException leave) {
            close();
        }
    }

    /**
     * JLine's pager has the terminal hand it Ctrl-C as a key, and has no use for it: it stays the signal that it is.
     *
     * @return false while the pager has not taken the terminal yet
     */
    private boolean heedsCtrlC() {
        Attributes now = terminal.getAttributes();
        if (now.getLocalFlag(Attributes.LocalFlag.ICANON)) {
            return false;
        }
        if (!now.getLocalFlag(Attributes.LocalFlag.ISIG)) {
            now.setLocalFlag(Attributes.LocalFlag.ISIG, true);
            terminal.setAttributes(now);
        }
        return true;
    }

    /** Takes the terminal back, whole. */
    @Override
    public void close() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            thread.interrupt(); // again and again: what draws may swallow one
            try {
                thread.join(PATIENCE_MILLIS);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void page() {
        try {
            Less less = new Less(terminal, Path.of(""));
            less.quiet = true;
            less.run(new Source.InputStreamSource(lines, true, NAME));
        } catch (IOException | IOError | EndOfFileException ended) {
            // The terminal is gone, or the operator interrupted: the pager has given it back on its way out.
            return;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            left = true;
        }
    }

    /** Lines as a stream that waits for the next one. */
    private static final class LineStream extends InputStream {
        private final StringBuilder waiting = new StringBuilder();
        private byte[] taken = new byte[0];
        private int next;
        private boolean ended;

        synchronized void add(String line) {
            waiting.append(line).append('\n');
            notifyAll();
        }

        synchronized void end() {
            ended = true;
            notifyAll();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public synchronized int read(byte[] into, int from, int length) throws IOException {
            while (next == taken.length) {
                if (!waiting.isEmpty()) {
                    taken = waiting.toString().getBytes(StandardCharsets.UTF_8);
                    waiting.setLength(0);
                    next = 0;
                } else if (ended) {
                    return -1;
                } else {
                    await();
                }
            }
            int count = Math.min(length, taken.length - next);
            System.arraycopy(taken, next, into, from, count);
            next += count;
            return count;
        }

        private void await() throws InterruptedIOException {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
    }
}
