package dpsh.client;

import dpsh.backup.Finding;
import org.jspecify.annotations.Nullable;

/** What became of the wish to change an instance, before anything is waited for. */
public sealed interface Change {
    /**
     * It goes on at the service, or was refused by it: the handle tells.
     *
     * @param pickedUp whether an earlier request for the same is followed, and nothing new was sent
     */
    record Begun(Operation operation, boolean pickedUp) implements Change {}

    /** It is so already; nothing was sent that changes anything. */
    record Unchanged(String why) implements Change {}

    /** Something stands in the way; nothing was sent that changes anything. */
    record Blocked(Finding finding) implements Change {}

    /** {@code --show-request}: its requests were shown. */
    record Shown() implements Change {}

    /** Begun by this call, or shown when there is no handle. */
    static Change of(@Nullable Operation operation) {
        return operation == null ? new Shown() : new Begun(operation, false);
    }
}
