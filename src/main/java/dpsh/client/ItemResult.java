package dpsh.client;

import dpsh.arm.ResourceId;
import dpsh.backup.Finding;
import dpsh.backup.Outcome;
import dpsh.backup.ProtectionState;
import java.util.List;

/** How protecting one datasource ended. */
public sealed interface ItemResult {
    /** It is protected now. */
    record Protected(ResourceId instance, ProtectionState state) implements ItemResult {}

    /** It was protected just so already; nothing was sent that changes anything. */
    record Unchanged(ResourceId instance, ProtectionState state) implements ItemResult {}

    /** Something stands in the way; nothing was sent that changes anything. */
    record Blocked(List<Finding> findings) implements ItemResult {
        public Blocked {
            findings = List.copyOf(findings);
        }
    }

    /**
     * The service refused it, or it ended badly.
     *
     * @param step what was being done: "grant", "validate", "create"
     */
    record Failed(String step, Outcome outcome) implements ItemResult {}

    /** The deadline passed while an operation was running; it goes on at the service. */
    record Running(long operation) implements ItemResult {}

    /** {@code --show-request}: its requests were shown. */
    record Shown() implements ItemResult {}
}
