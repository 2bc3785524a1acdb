package dpsh.runbook;

import dpsh.arm.DpshException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries Groovy code out on a thread of its own, so that whoever waits for it can give it up. Interrupting the waiting thread
 * cancels the code: a flag that its checkpoints look at, and interrupts again and again for what sleeps or waits. What has not
 * ended {@link #PATIENCE} later is left behind; it ends at its next checkpoint.
 */
final class OwnThread {
    static final Duration PATIENCE = Duration.ofMillis(800);

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long STACK_BYTES = 4L << 20;

    private final Cancellation cancellation;
    private final Supplier<@Nullable String> goingOn;
    private final Duration patience;

    /** @param goingOn what goes on at the service when the code is interrupted, or null */
    OwnThread(Cancellation cancellation, Supplier<@Nullable String> goingOn) {
        this(cancellation, goingOn, PATIENCE);
    }

    /** @param patience real time in which code that was cancelled may end */
    OwnThread(Cancellation cancellation, Supplier<@Nullable String> goingOn, Duration patience) {
        this.cancellation = cancellation;
        this.goingOn = goingOn;
        this.patience = patience;
    }

    /**
     * Returns what the code returns, and throws what it throws.
     *
     * @param what what is carried out, for telling: "the runbook"
     * @throws DpshException.Interrupted when the waiting thread is interrupted
     */
    <T extends @Nullable Object> T call(String what, Callable<T> code) {
        cancellation.begin();
        FutureTask<T> task = new FutureTask<>(code);
        Thread thread = new Thread(null, task, "dpsh-groovy", STACK_BYTES);
        thread.setDaemon(true);
        thread.setContextClassLoader(OwnThread.class.getClassLoader());
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            cancellation.cancel();
            boolean ended = end(thread);
            if (!ended) {
                cancellation.leave(thread);
            }
            String going = goingOn.get();
            String left = ended ? null : "it did not stop at once and was left behind";
            throw new DpshException.Interrupted(
                    "interrupted " + what, left == null ? going : going == null ? left : left + "; " + going);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause(), what);
        }
    }

    private RuntimeException rethrown(Throwable thrown, String what) {
        if (thrown instanceof Cancelled) {
            return new DpshException.Interrupted("interrupted " + what, goingOn.get());
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(thrown);
    }

    private boolean end(Thread thread) {
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        boolean again = false;
        while (thread.isAlive() && System.nanoTime() - deadline < 0) {
            thread.interrupt();
            try {
                thread.join(pause);
            } catch (InterruptedException e) {
                // Asked twice: it is being ended already.
                again = true;
            }
            pause = FIRST_PAUSE_MILLIS / 2;
        }
        if (again) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
