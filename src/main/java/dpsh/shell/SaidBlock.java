package dpsh.shell;

import dpsh.view.LiveBlock;
import dpsh.view.LiveText;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** A line every 30 seconds, for a stream that keeps everything: a file, a log of a pipeline, a dumb terminal. */
final class SaidBlock implements LiveBlock {
    private static final long PAUSE_NANOS = 30_000_000_000L;

    private final PrintWriter err;
    private final LongSupplier nanos;
    private long saidAt;

    /** @param nanos a clock of real time that only goes forward */
    SaidBlock(PrintWriter err, LongSupplier nanos) {
        this.err = err;
        this.nanos = nanos;
        this.saidAt = nanos.getAsLong();
    }

    @Override
    public synchronized void show(LiveText text) {
        long now = nanos.getAsLong();
        if (now - saidAt >= PAUSE_NANOS) {
            saidAt = now;
            err.println(text.line().text());
            err.flush();
        }
    }

    @Override
    public void erase() {
        // What was said stays said.
    }

    @Override
    public void close() {
        // The command itself says how it ended.
    }
}
