package dpsh.shell;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/**
 * A terminal of the operating system without anybody in front of it: another process runs at it, and the caller types and
 * reads. With it the build rehearses a start, and a test the whole launcher.
 */
public final class PseudoTerminal implements AutoCloseable {
    private final JniNativePty pty;
    private final Consumer<String> shown;
    private final OutputStream keyboard;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final StringBuilder text = new StringBuilder();
    private boolean ended;

    private PseudoTerminal(JniNativePty pty, Consumer<String> shown) {
        this.pty = pty;
        this.shown = shown;
        this.keyboard = pty.getMasterOutput();
    }

    /**
     * Opens one.
     *
     * @param shown told what the process writes, as it comes, on a thread of its own
     * @throws IOException when the machine has none, or JLine no native code for it
     */
    public static PseudoTerminal open(int columns, int rows, Consumer<String> shown) throws IOException {
        PseudoTerminal made;
        try {
            made = new PseudoTerminal(
                    (JniNativePty) new JniTerminalProvider().open(null, Size.of(columns, rows)), shown);
        } catch (UnsupportedOperationException | LinkageError e) {
            throw new IOException("no pseudo-terminal", e);
        }
        Thread reader = new Thread(made::read, "dpsh-pseudo-terminal");
        reader.setDaemon(true);
        reader.start();
        return made;
    }

    /** Starts a process whose three streams are this terminal; nothing more comes when it has ended. */
    public Process start(ProcessBuilder builder) throws IOException {
        File device = new File(pty.getName());
        Process process = builder.redirectInput(device)
                .redirectOutput(device)
                .redirectError(device)
                .start();
        process.onExit().thenRun(this::hangUp);
        return process;
    }

    /** Nobody writes any more: whoever reads comes to the end of what was written. */
    private void hangUp() {
        try (FileOutputStream slave = new FileOutputStream(pty.getSlaveFD())) {
            slave.flush();
        } catch (IOException e) {
            add("", true);
        }
    }

    /** Presses keys. */
    public void type(String keys) throws IOException {
        keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    /**
     * Waits for something that the process writes.
     *
     * @param enough looks at all that was written since the last time that this returned true
     * @return false when it did not come in time
     */
    public boolean await(Predicate<String> enough, Duration limit) throws InterruptedException {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (!enough.test(text.toString())) {
                if (ended || left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            text.setLength(0);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void read() {
        char[] chunk = new char[8192];
        Reader display = new InputStreamReader(pty.getMasterInput(), StandardCharsets.UTF_8);
        try {
            for (int n = display.read(chunk); n >= 0; n = display.read(chunk)) {
                String more = new String(chunk, 0, n);
                shown.accept(more);
                add(more, false);
            }
            add("", true);
        } catch (IOException closed) {
            add("", true);
        }
    }

    private void add(String more, boolean last) {
        lock.lock();
        try {
            text.append(more);
            ended |= last;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        // The thread that reads holds the other end; both go with the process.
        try {
            keyboard.close();
        } catch (IOException gone) {
            ended = true;
        }
    }
}
