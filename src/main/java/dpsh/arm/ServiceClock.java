package dpsh.arm;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock that the service's own times are told on: Retry-After, operation deadlines, polling. For Azure it is the wall
 * clock; with the sandbox it runs at the sandbox's speed, in process as the very same clock.
 */
public interface ServiceClock {
    Instant now();

    /**
     * Waits for this long on the service's clock.
     *
     * @throws InterruptedException when the operator interrupts the command
     */
    void sleep(Duration serviceTime) throws InterruptedException;

    /** The real time that so much service time takes, for waiting on something else meanwhile. */
    Duration toWallTime(Duration serviceTime);
}
