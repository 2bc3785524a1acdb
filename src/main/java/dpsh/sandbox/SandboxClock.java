package dpsh.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one clock of a sandbox: service time. It starts at the wall clock's time and then runs {@link #speed()} times as
 * fast; with speed 0 (manual mode) it moves only by {@link #advance}. Thread-safe.
 */
public final class SandboxClock {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Instant start;
    private final double speed;
    private final long startNanos = System.nanoTime();
    private Duration advanced = Duration.ZERO;

    /** A clock at {@code start}; {@code speed} is service seconds per real second, 0 for manual mode. */
    SandboxClock(Instant start, double speed) {
        if (!(speed >= 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("The speed of a clock is a number of at least 0, not " + speed);
        }
        this.start = start;
        this.speed = speed;
    }

    /** Service time. Never goes back. */
    public Instant now() {
        lock.lock();
        try {
            return start.plus(advanced).plusNanos((long) ((System.nanoTime() - startNanos) * speed));
        } finally {
            lock.unlock();
        }
    }

    /** Service seconds per real second; 0 in manual mode. */
    public double speed() {
        return speed;
    }

    /**
     * Waits until this much service time has passed. In manual mode only {@link #advance} ends the wait. Zero and
     * negative durations return at once.
     */
    public void sleep(Duration serviceTime) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Instant until = now().plus(serviceTime);
            for (Duration left = Duration.between(now(), until);
                    left.compareTo(Duration.ZERO) > 0;
                    left = Duration.between(now(), until)) {
                if (speed == 0) {
                    moved.await();
                } else {
                    moved.awaitNanos((long) Math.ceil(left.toNanos() / speed));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Jumps ahead by a service time of at least zero and wakes the sleepers whose time has come. */
    public void advance(Duration serviceTime) {
        if (serviceTime.isNegative()) {
            throw new IllegalArgumentException("A clock does not go back");
        }
        lock.lock();
        try {
            advanced = advanced.plus(serviceTime);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
