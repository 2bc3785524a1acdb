package dpsh.bulk;

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
}
