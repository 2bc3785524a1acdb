package dpsh.bulk;

import dpsh.store.ItemState;
import dpsh.store.RunItem;
import java.util.EnumMap;
import java.util.Map;

/** How many items of a run are in each state. */
public record RunCounts(Map<ItemState, Integer> byState) {
    public RunCounts {
        Map<ItemState, Integer> all = new EnumMap<>(ItemState.class);
        for (ItemState state : ItemState.values()) {
            int count = byState.getOrDefault(state, 0);
            if (count < 0) {
                throw new IllegalArgumentException(count + " items are " + state.word());
            }
            all.put(state, count);
        }
        byState = Map.copyOf(all);
    }

    /** Those of these items. */
    public static RunCounts of(Iterable<RunItem> items) {
        Map<ItemState, Integer> counts = new EnumMap<>(ItemState.class);
        items.forEach(item -> counts.merge(item.state(), 1, Integer::sum));
        return new RunCounts(counts);
    }

    /** How many are in this state. */
    public int of(ItemState state) {
        return byState.getOrDefault(state, 0);
    }

    public int total() {
        return byState.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Those that are protected as asked. */
    public int good() {
        return of(ItemState.PROTECTED) + of(ItemState.UNCHANGED);
    }

    /** Those that the run is done with and that are not protected, or of which nobody can tell. */
    public int notProtected() {
        return of(ItemState.BLOCKED) + of(ItemState.FAILED) + of(ItemState.UNKNOWN);
    }
}
