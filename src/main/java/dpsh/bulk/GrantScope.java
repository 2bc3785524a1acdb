package dpsh.bulk;

import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.RoleNeed;
import java.util.Locale;

/** How wide the roles are assigned that a plan lacks: the wider, the fewer assignments, and the more the vault may reach. */
public enum GrantScope {
    /** Each datasource for itself; the snapshot role on the snapshot group. */
    RESOURCE,
    /** The resource groups. */
    GROUP,
    /** The subscriptions. */
    SUBSCRIPTION;

    /** The word of the command line: {@code resource}. */
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
