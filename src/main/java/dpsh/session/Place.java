package dpsh.session;

import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import org.jspecify.annotations.Nullable;

/**
 * Where the operator stands. A vault implies its group and subscription.
 *
 * @param subscription null when nothing was chosen yet
 * @param group a resource group's name in the subscription, or null
 * @param vault the vault's ID, or null
 */
public record Place(
        @Nullable SubscriptionId subscription,
        @Nullable String group,
        @Nullable ResourceId vault) {
    public static final Place NOWHERE = new Place(null, null, null);

    /** In this subscription, in no group. */
    public static Place in(SubscriptionId subscription) {
        return new Place(subscription, null, null);
    }

    /** In this resource group. */
    public static Place inGroup(ResourceId group) {
        return new Place(group.subscription(), group.resourceGroup(), null);
    }

    /** At this vault. */
    public static Place at(ResourceId vault) {
        return new Place(vault.subscription(), vault.resourceGroup(), vault);
    }
}
