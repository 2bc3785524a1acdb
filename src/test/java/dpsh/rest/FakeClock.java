package dpsh.rest;

import dpsh.arm.ServiceClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that jumps when it is slept on, and remembers for how long. */
public final class FakeClock implements ServiceClock {
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private volatile boolean interrupting;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration serviceTime) throws InterruptedException {
        if (interrupting) {
            throw new InterruptedException();
        }
        sleeps.add(serviceTime);
        now = now.plus(serviceTime);
    }

    @Override
    public Duration toWallTime(Duration serviceTime) {
        return Duration.ZERO;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    /** From now on whoever sleeps is interrupted. */
    public void interruptSleepers() {
        interrupting = true;
    }

    public List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }

    public Duration slept() {
        return sleeps.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
