package dpsh.backup;

import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;

/**
 * A subscription that the signed-in principal can read.
 *
 * @param raw the service's own JSON, for output only
 */
public record Subscription(SubscriptionId id, String displayName, String state, String raw) {
    public ResourceId resourceId() {
        return ResourceId.ofSubscription(id);
    }
}
