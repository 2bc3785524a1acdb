package dpsh.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * ARM's throttling: per subscription, caller and kind of request a bucket of tokens that refills with service time
 * (request-limits-and-throttling: reads 250 and 25 a second, writes and deletes 200 and 10 a second; the same at tenant
 * scope). Thread-safe.
 */
final class TokenBuckets {
    /** What a request counts as. Every POST is a write, also one that only reads. */
    enum Kind {
        READ(250, 25),
        WRITE(200, 10),
        DELETE(200, 10);

        final int capacity;
        final double refillPerSecond;

        Kind(int capacity, double refillPerSecond) {
            this.capacity = capacity;
            this.refillPerSecond = refillPerSecond;
        }

        static Kind of(String method) {
            return switch (method) {
                case "GET", "HEAD" -> READ;
                case "DELETE" -> DELETE;
                default -> WRITE;
            };
        }

        /** As ARM writes it: {@code read}. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Key(String scope, String caller, Kind kind) {}

    private record Level(double tokens, Instant at) {}

    private final Map<Key, Level> levels = new HashMap<>();
    private final boolean throttled;

    /** @param throttled false lets everybody through; the counts still go down */
    TokenBuckets(boolean throttled) {
        this.throttled = throttled;
    }

    /**
     * Takes a token and says how many are left.
     *
     * @param scope the subscription in lower case, or {@code tenant}
     */
    synchronized int take(String scope, Caller caller, Kind kind, Instant now) {
        Key key = new Key(scope, caller.objectId(), kind);
        Level level = levels.getOrDefault(key, new Level(kind.capacity, now));
        double refilled = level.tokens() + Duration.between(level.at(), now).toNanos() / 1e9 * kind.refillPerSecond;
        double tokens = Math.min(kind.capacity, refilled);
        if (tokens < 1 && throttled) {
            levels.put(key, new Level(tokens, now));
            throw refuse(scope, caller, kind, (long) Math.ceil((1 - tokens) / kind.refillPerSecond));
        }
        double left = Math.max(0, tokens - 1);
        levels.put(key, new Level(left, now));
        return (int) left;
    }

    private static Refusal refuse(String scope, Caller caller, Kind kind, long seconds) {
        return Refusal.arm(
                        429,
                        "SubscriptionRequestsThrottled",
                        "Number of '" + kind.word() + "' requests for subscription '" + scope + "' actor '"
                                + caller.objectId() + "' exceeded. Please try again after '" + Math.max(1, seconds)
                                + "' seconds after additional tokens are available. Refer to"
                                + " https://aka.ms/arm-throttling for additional information.")
                .with("Retry-After", Long.toString(Math.max(1, seconds)));
    }
}
