package dpsh.shell;

import java.io.PrintWriter;
import java.io.Writer;

/** A stream that can be held up for a while: what is written meanwhile comes afterwards. For any thread. */
final class HeldWriter extends Writer {
    private final PrintWriter stream;
    private final StringBuilder waiting = new StringBuilder();
    private boolean held;

    HeldWriter(PrintWriter stream) {
        this.stream = stream;
    }

    /** From now on nothing is let through. */
    void hold() {
        synchronized (lock) {
            held = true;
        }
    }

    /** Lets through what came meanwhile, and all that comes now. */
    void release() {
        synchronized (lock) {
            held = false;
            stream.write(waiting.toString());
            waiting.setLength(0);
            stream.flush();
        }
    }

    boolean isHeld() {
        synchronized (lock) {
            return held;
        }
    }

    @Override
    public void write(char[] text, int from, int length) {
        synchronized (lock) {
            if (held) {
                waiting.append(text, from, length);
            } else {
                stream.write(text, from, length);
            }
        }
    }

    @Override
    public void flush() {
        synchronized (lock) {
            if (!held) {
                stream.flush();
            }
        }
    }

    @Override
    public void close() {
        flush();
    }
}
