package dpsh.sandbox;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many requests of each kind came to the token buckets, and how many were turned away. Thread-safe. */
final class Traffic {
    private final Map<TokenBuckets.Kind, Long> taken = new EnumMap<>(TokenBuckets.Kind.class);
    private final Map<TokenBuckets.Kind, Long> refused = new EnumMap<>(TokenBuckets.Kind.class);
    private @Nullable Instant lastRefused;

    synchronized void count(TokenBuckets.Kind kind) {
        taken.merge(kind, 1L, Long::sum);
    }

    synchronized void refused(TokenBuckets.Kind kind, Instant now) {
        refused.merge(kind, 1L, Long::sum);
        lastRefused = now;
    }

    /** Requests that had their token. */
    synchronized long taken(TokenBuckets.Kind kind) {
        return taken.getOrDefault(kind, 0L);
    }

    /** Requests that were answered 429. */
    synchronized long throttled() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The service time of the last 429, or null. */
    synchronized @Nullable Instant lastThrottled() {
        return lastRefused;
    }
}
