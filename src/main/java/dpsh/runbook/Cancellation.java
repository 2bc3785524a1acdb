package dpsh.runbook;

/** Whether the code that runs shall end. Any thread may ask for it and any may look. */
final class Cancellation {
    private volatile boolean cancelled;

    /** Something new begins. */
    void begin() {
        cancelled = false;
    }

    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** @throws Cancelled when it shall end */
    void pass() {
        if (cancelled) {
            throw new Cancelled();
        }
    }
}
