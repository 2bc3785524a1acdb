package dpsh;

import dpsh.arm.ServiceClock;
import dpsh.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;

/** The sandbox's own clock as the client's: in process both are one, so that pacing is tested and not outrun. */
record SandboxTime(SandboxClock clock) implements ServiceClock {
    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public void sleep(Duration serviceTime) throws InterruptedException {
        clock.sleep(serviceTime);
    }

    @Override
    public Duration toWallTime(Duration serviceTime) {
        return Duration.ofNanos((long) (serviceTime.toNanos() / clock.speed()));
    }
}
