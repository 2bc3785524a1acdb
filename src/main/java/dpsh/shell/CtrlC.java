package dpsh.shell;

import java.util.function.LongSupplier;

/**
 * What pressing Ctrl-C means: the first at a command interrupts it, one long after that has not helped says so, and one at an
 * empty line directly after another one leaves. Thread safe.
 */
final class CtrlC {
    /** Who presses again sooner has not waited for the first to be heeded. */
    private static final long PATIENCE_NANOS = 1_000_000_000;

    private final LongSupplier nanos;
    private boolean pressed;
    private boolean deaf;
    private long pressedAt;

    /** @param nanos a clock of real time that only goes forward */
    CtrlC(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A line was typed. */
    synchronized void typed() {
        pressed = false;
        deaf = false;
    }

    /**
     * It was pressed while a command runs.
     *
     * @return whether it is time to say that the command does not heed it; once for each command
     */
    synchronized boolean atCommand() {
        long now = nanos.getAsLong();
        if (!pressed) {
            pressed = true;
            pressedAt = now;
            return false;
        }
        boolean first = !deaf && now - pressedAt >= PATIENCE_NANOS;
        deaf |= first;
        return first;
    }

    /**
     * It was pressed at the prompt.
     *
     * @param empty whether nothing was typed there
     * @return whether that leaves
     */
    synchronized boolean atPrompt(boolean empty) {
        boolean again = empty && pressed;
        pressed = empty && !again;
        return again;
    }
}
