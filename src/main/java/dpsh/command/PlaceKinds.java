package dpsh.command;

import java.util.Iterator;
import java.util.List;

/** The words that {@code use} takes, for completion. */
final class PlaceKinds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return List.of("subscription", "group", "vault", "nowhere", "-").iterator();
    }
}
