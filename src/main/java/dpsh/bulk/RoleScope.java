package dpsh.bulk;

import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.RoleNeed;
import java.util.Locale;

/** Where missing roles are assigned: the wider, the fewer assignments, and the more the vault's identity may do. */
public enum RoleScope {
    /** At each disk, storage account and snapshot group. */
    RESOURCE,
    /** At the resource groups that they are in. */
    GROUP,
    /** At their subscriptions. */
    SUBSCRIPTION;

    /** The word of the command line: {@code group}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The assignment that gives this role at this width; never narrower than what is needed. */
    public RoleNeed widen(RoleNeed need) {
        SubscriptionId subscription = need.scope().subscription();
        String group = need.scope().resourceGroup();
        if (subscription == null || this == RESOURCE) {
            return need;
        }
        if (this == SUBSCRIPTION) {
            return new RoleNeed(need.role(), ResourceId.ofSubscription(subscription));
        }
        return group == null ? need : new RoleNeed(need.role(), ResourceId.ofGroup(subscription, group));
    }
}
