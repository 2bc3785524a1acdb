package dpsh.rest;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items the raw JSON text of each element, as the service wrote it
 * @param last whether no page follows
 */
public record Page(List<String> items, boolean last) {
    public Page {
        items = List.copyOf(items);
    }
}
