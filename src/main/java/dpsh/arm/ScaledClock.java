package dpsh.arm;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The wall clock, run at a speed: at 60 a minute of service time passes in a second. */
public final class ScaledClock implements ServiceClock {
    private final Instant origin = Instant.now();
    private final long originNanos = System.nanoTime();
    private final double speed;

    /** @param speed service seconds per real second; above 0, and 1 for Azure */
    public ScaledClock(double speed) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new DpshException.Usage(
                    "the speed " + speed + " is not a number above 0", null, "--speed 1 is real time");
        }
        this.speed = speed;
    }

    @Override
    public Instant now() {
        return origin.plusNanos((long) ((System.nanoTime() - originNanos) * speed));
    }

    @Override
    public void sleep(Duration serviceTime) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(toWallTime(serviceTime).toNanos());
    }

    @Override
    public Duration toWallTime(Duration serviceTime) {
        return Duration.ofNanos((long) (serviceTime.toNanos() / speed));
    }
}
