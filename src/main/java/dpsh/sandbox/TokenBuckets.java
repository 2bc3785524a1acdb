package dpsh.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * ARM's throttling: per subscription, caller and kind of request a bucket of tokens that refills with service time; over all
 * callers of a subscription one that is fifteen times as large (request-limits-and-throttling; the same at tenant scope).
 * Thread-safe.
 */
final class TokenBuckets {
    private static final int GLOBAL = 15;
    private static final String EVERYBODY = "";

    /** What a request counts as. Every POST is a write, also one that only reads. */
    enum Kind {
        READ(250, 25, 1100, 110),
        WRITE(200, 10, 800, 40),
        DELETE(200, 10, 800, 40);

        private final Size documented;
        private final Size observed;

        Kind(int documented, double refill, int observed, double observedRefill) {
            this.documented = new Size(documented, refill);
            this.observed = new Size(observed, observedRefill);
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

    private record Size(int capacity, double refillPerSecond) {
        Size times(int factor) {
            return new Size(capacity * factor, refillPerSecond * factor);
        }
    }

    private record Key(String scope, String caller, Kind kind, String type) {}

    private record Level(double tokens, Instant at) {}

    /**
     * What is left.
     *
     * @param own for this caller
     * @param global for all callers of the subscription together
     */
    record Left(int own, int global) {}

    private final Map<Key, Level> levels = new HashMap<>();
    private final SandboxBuckets buckets;
    private final Traffic traffic;

    TokenBuckets(SandboxBuckets buckets, Traffic traffic) {
        this.buckets = buckets;
        this.traffic = traffic;
    }

    /**
     * Takes a token and says how many are left. Refuses when there is none.
     *
     * @param scope the subscription in lower case, or {@code tenant}
     * @param type of the resource that is asked for; the observed buckets keep types apart
     */
    synchronized Left take(String scope, Caller caller, Kind kind, String type, Instant now) {
        boolean observed = buckets == SandboxBuckets.OBSERVED;
        Size size = observed ? kind.observed : kind.documented;
        Key own = new Key(scope, caller.objectId(), kind, observed ? type.toLowerCase(Locale.ROOT) : "");
        Key all = new Key(scope, EVERYBODY, kind, "");
        double mine = refilled(own, size, now);
        double ours = refilled(all, size.times(GLOBAL), now);
        if (Math.min(mine, ours) < 1 && buckets != SandboxBuckets.OFF) {
            levels.put(own, new Level(mine, now));
            levels.put(all, new Level(ours, now));
            double wait = Math.max(
                    (1 - mine) / size.refillPerSecond(),
                    (1 - ours) / size.times(GLOBAL).refillPerSecond());
            traffic.refused(kind, now);
            throw refuse(scope, caller, kind, (long) Math.ceil(wait));
        }
        traffic.count(kind);
        double left = Math.max(0, mine - 1);
        double leftOfAll = Math.max(0, ours - 1);
        levels.put(own, new Level(left, now));
        levels.put(all, new Level(leftOfAll, now));
        return new Left((int) left, (int) leftOfAll);
    }

    private double refilled(Key key, Size size, Instant now) {
        Level level = levels.getOrDefault(key, new Level(size.capacity(), now));
        double grown = Duration.between(level.at(), now).toNanos() / 1e9 * size.refillPerSecond();
        return Math.min(size.capacity(), level.tokens() + grown);
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
