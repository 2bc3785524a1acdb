package dpsh.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Resource Graph's own limit: 15 queries of a caller in 5 seconds (throttled requests in Azure Resource Graph, 2025). */
final class GraphQuota {
    private static final int QUERIES = 15;
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private record Window(Instant from, int used) {}

    /**
     * What a query left.
     *
     * @param queries that may follow in this window
     * @param reset until the next window
     */
    record Left(boolean granted, int queries, Duration reset) {
        /** Whole seconds, at least one. */
        long seconds() {
            return Math.max(1, (reset.toMillis() + 999) / 1000);
        }

        String clock() {
            return String.format(Locale.ROOT, "00:00:%02d", seconds());
        }
    }

    private final Map<String, Window> windows = new HashMap<>();

    synchronized Left take(Caller caller, Instant now) {
        Window window = windows.getOrDefault(caller.objectId(), new Window(now, 0));
        if (!now.isBefore(window.from().plus(WINDOW))) {
            window = new Window(now, 0);
        }
        Duration reset = Duration.between(now, window.from().plus(WINDOW));
        if (window.used() >= QUERIES) {
            return new Left(false, 0, reset);
        }
        windows.put(caller.objectId(), new Window(window.from(), window.used() + 1));
        return new Left(true, QUERIES - window.used() - 1, reset);
    }
}
