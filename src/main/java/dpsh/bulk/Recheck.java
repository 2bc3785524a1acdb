package dpsh.bulk;

import dpsh.store.RunItem;
import java.util.List;

/** Looks at the items of a run once more, just before they are worked on: the world may have changed since they were planned. */
@FunctionalInterface
public interface Recheck {
    /** A plan of these items as things stand now, in their order and with their numbers. Reads only. */
    Plan now(List<RunItem> items, RoleScope scope);
}
