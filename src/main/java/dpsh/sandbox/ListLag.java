package dpsh.sandbox;

import dpsh.sandbox.SandboxFaults.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Lists that run behind, as an index does that is fed late: what was made is not in them yet, what was deleted still is.
 * Remembers only what happens while the lag is in force. Guarded by the world's lock.
 */
final class ListLag<T> {
    private record Gone<T>(T item, Instant at) {}

    private final Conditions conditions;
    private final Timeline timeline;
    private final Map<String, Instant> made = new HashMap<>();
    private final Map<String, Gone<T>> gone = new HashMap<>();

    ListLag(Conditions conditions, Timeline timeline) {
        this.conditions = conditions;
        this.timeline = timeline;
    }

    private Duration length() {
        Duration length = conditions.length(Condition.LIST_LAG, timeline.now());
        return length == null ? Duration.ZERO : length;
    }

    void made(String key) {
        if (!length().isZero()) {
            made.put(key, timeline.now());
        }
    }

    void removed(String key, T item) {
        boolean shown = made.remove(key) == null;
        if (shown && !length().isZero()) {
            gone.put(key, new Gone<>(item, timeline.now()));
        }
    }

    /** Whether lists show just what is there. */
    boolean isOff() {
        return (made.isEmpty() && gone.isEmpty()) || length().isZero();
    }

    /** These items as a list shows them now. */
    NavigableMap<String, T> seen(NavigableMap<String, T> items) {
        Instant then = timeline.now().minus(length());
        made.values().removeIf(at -> !at.isAfter(then));
        gone.values().removeIf(ghost -> !ghost.at().isAfter(then));
        NavigableMap<String, T> seen = new TreeMap<>(items);
        seen.keySet().removeAll(made.keySet());
        gone.forEach((key, ghost) -> seen.putIfAbsent(key, ghost.item()));
        return seen;
    }
}
