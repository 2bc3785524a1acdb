package dpsh.command;

import java.util.Iterator;
import java.util.List;

/** What can be protected, for completion. */
final class ProtectedKinds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return List.of("vault", "subscription", "profile").iterator();
    }
}
