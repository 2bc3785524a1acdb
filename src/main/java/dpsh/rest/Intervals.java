package dpsh.rest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next attempt: pure functions from the attempt and the service's hint. Service time.
 *
 * <p>The hint is a floor, never a ceiling, and waits grow all the same: a service that says "1 second" for ever is asked
 * less and less often.
 */
final class Intervals {
    /** Attempts at one request when the line or the service fails, the first included. */
    static final int ATTEMPTS = 4;

    private static final Duration FIRST = Duration.ofMillis(400);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration FIRST_THROTTLED = Duration.ofSeconds(2);
    private static final Duration LONGEST_THROTTLED = Duration.ofSeconds(60);

    private Intervals() {}

    /**
     * After a failure of the line or of the service.
     *
     * @param attempt the one that failed, from 1
     * @param hint the service's Retry-After, or null
     * @param jitter from 0 up to but not including 1
     */
    static Duration afterFailure(int attempt, @Nullable Duration hint, double jitter) {
        return atLeast(hint, spread(grown(FIRST, LONGEST, attempt), jitter));
    }

    /**
     * After the service throttled.
     *
     * @param times how often this request has been throttled, from 1
     * @param hint the service's Retry-After, or null
     * @param jitter from 0 up to but not including 1
     */
    static Duration afterThrottle(int times, @Nullable Duration hint, double jitter) {
        return atLeast(hint, spread(grown(FIRST_THROTTLED, LONGEST_THROTTLED, times), jitter));
    }

    private static Duration grown(Duration first, Duration longest, int attempt) {
        Duration grown = first.multipliedBy(1L << Math.min(attempt - 1, 20));
        return grown.compareTo(longest) > 0 ? longest : grown;
    }

    /** Between half and the whole of it. */
    private static Duration spread(Duration wait, double jitter) {
        return Duration.ofMillis(Math.round(wait.toMillis() * (0.5 + jitter / 2)));
    }

    private static Duration atLeast(@Nullable Duration floor, Duration wait) {
        return floor != null && floor.compareTo(wait) > 0 ? floor : wait;
    }
}
