package dpsh.runbook;

import java.util.ArrayList;
import java.util.List;

/** Whether the code that runs shall end. Any thread may ask for it and any may look. */
final class Cancellation {
    private volatile boolean cancelled;
    private volatile List<Thread> left = List.of();

    /** Something new begins. */
    void begin() {
        cancelled = false;
    }

    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled || !left.isEmpty() && left.contains(Thread.currentThread());
    }

    /** This thread did not end: it stays cancelled when something new begins. */
    synchronized void leave(Thread thread) {
        List<Thread> alive = new ArrayList<>(left);
        alive.removeIf(one -> !one.isAlive());
        alive.add(thread);
        left = List.copyOf(alive);
    }

    /** @throws Cancelled when it shall end */
    void pass() {
        if (isCancelled()) {
            throw new Cancelled();
        }
    }
}
