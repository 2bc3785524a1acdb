package dpsh.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All resources of one type, ordered by ID, so that the ones of a subscription, a group or a parent lie side by side. Guarded
 * by the world's lock.
 */
final class Shelf<T extends Stored> {
    private final TreeMap<String, T> items = new TreeMap<>();
    private final boolean names;
    private final Map<String, String> keyByName = new HashMap<>();
    private @Nullable ListLag<T> lag;
    private Runnable arrivals = () -> {};

    Shelf() {
        this(false);
    }

    /** @param names whether {@link #named} is asked */
    Shelf(boolean names) {
        this.names = names;
    }

    /** From now on its lists may run behind. */
    Shelf<T> behind(ListLag<T> listLag) {
        lag = listLag;
        return this;
    }

    /** Says what puts here what is due to be here, before anybody looks. */
    void arriving(Runnable before) {
        arrivals = before;
    }

    /** What is here but for what {@link #arriving} would put. */
    Collection<T> arrived() {
        return items.values();
    }

    /** The one of this name, in whatever group or subscription: for types whose names are unique in the world. */
    @Nullable
    T named(String name) {
        arrivals.run();
        String key = keyByName.get(name.toLowerCase(Locale.ROOT));
        return key == null ? null : items.get(key);
    }

    @Nullable
    T get(ArmId id) {
        arrivals.run();
        return items.get(id.key());
    }

    void put(T item) {
        arrivals.run();
        T before = items.put(item.id().key(), item);
        if (names) {
            keyByName.put(item.id().name().toLowerCase(Locale.ROOT), item.id().key());
        }
        if (before == null && lag != null) {
            lag.made(item.id().key());
        }
    }

    void remove(ArmId id) {
        arrivals.run();
        keyByName.remove(id.name().toLowerCase(Locale.ROOT), id.key());
        T removed = items.remove(id.key());
        if (removed != null && lag != null) {
            lag.removed(id.key(), removed);
        }
    }

    /** All below this ID. */
    List<T> under(ArmId parent) {
        return next(parent, "", Integer.MAX_VALUE);
    }

    /** Those below this ID whose keys come after {@code after}, as a list of the service shows them: it may run behind. */
    Iterator<T> from(ArmId parent, String after) {
        arrivals.run();
        NavigableMap<String, T> seen = lag == null || lag.isOff() ? items : lag.seen(items);
        String prefix = parent.key() + "/";
        String end = parent.key() + (char) ('/' + 1);
        return after.compareTo(prefix) > 0
                ? seen.subMap(after, false, end.compareTo(after) > 0 ? end : after, false)
                        .values()
                        .iterator()
                : seen.subMap(prefix, true, end, false).values().iterator();
    }

    /** All, in the order of their keys. */
    Collection<T> all() {
        arrivals.run();
        return items.values();
    }

    /** At most {@code count} items below this ID whose keys come after {@code after}. */
    List<T> next(ArmId parent, String after, int count) {
        arrivals.run();
        String prefix = parent.key() + "/";
        SortedMap<String, T> rest = after.compareTo(prefix) > 0 ? items.tailMap(after, false) : items.tailMap(prefix);
        List<T> found = new ArrayList<>();
        for (SortedMap.Entry<String, T> entry : rest.entrySet()) {
            if (found.size() >= count || !entry.getKey().startsWith(prefix)) {
                break;
            }
            found.add(entry.getValue());
        }
        return found;
    }

    int size() {
        arrivals.run();
        return items.size();
    }
}
