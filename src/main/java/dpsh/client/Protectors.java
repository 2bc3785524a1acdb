package dpsh.client;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What protects each datasource, over many vaults; memory grows with the number of instances. Safe to read from many threads
 * once it is made.
 */
public final class Protectors {
    /** The best first: what is protected, what becomes so, what fails, what was stopped, what goes. */
    private static final Comparator<Protector> BEST =
            Comparator.comparingInt(protector -> Covered.Standing.of(protector).ordinal());

    private final Map<ResourceId, List<Protector>> byDatasource = new HashMap<>();
    private final List<Unread> unread = new ArrayList<>();
    private int count;

    /**
     * A place that could not be read, so that what it protects is not known.
     *
     * @param what such as "the vaults of the subscription aaaa..."
     */
    public record Unread(String what, DpshException why) {}

    void add(@Nullable ResourceId datasource, Protector protector) {
        if (datasource == null) {
            return;
        }
        count++;
        byDatasource.merge(datasource, List.of(protector), (known, more) -> {
            List<Protector> all = new ArrayList<>(known);
            all.addAll(more);
            all.sort(BEST);
            return List.copyOf(all);
        });
    }

    void add(Unread place) {
        unread.add(place);
    }

    /** All that hold backups of this datasource, the best first; empty when none does. */
    public List<Protector> of(ResourceId datasource) {
        return byDatasource.getOrDefault(datasource, List.of());
    }

    /** Where nobody could look. While this is not empty, "not protected" is not certain. */
    public List<Unread> unread() {
        return List.copyOf(unread);
    }

    /** How many instances were seen, soft-deleted ones included. */
    public int size() {
        return count;
    }
}
