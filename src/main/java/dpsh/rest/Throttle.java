package dpsh.rest;

import dpsh.arm.ServiceClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers per bucket before when the service wants no further request (law 7). Thread safe. */
final class Throttle {
    private final Map<Bucket, Instant> notBefore = new ConcurrentHashMap<>();
    private final ServiceClock clock;

    Throttle(ServiceClock clock) {
        this.clock = clock;
    }

    /** Holds the whole bucket for this long from now; an earlier, longer hold stays. */
    void hold(Bucket bucket, Duration wait) {
        notBefore.merge(bucket, clock.now().plus(wait), (one, other) -> one.isAfter(other) ? one : other);
    }

    /** How much longer the bucket is held; zero when it is free. */
    Duration remaining(Bucket bucket) {
        Instant until = notBefore.get(bucket);
        if (until == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.now(), until);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
