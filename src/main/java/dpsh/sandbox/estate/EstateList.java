package dpsh.sandbox.estate;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lists of an estate, in the order in which they stand in the file and are loaded: owners before what they own. */
public enum EstateList {
    SUBSCRIPTIONS("subscriptions", "/subscriptions/[^/]+"),
    RESOURCE_GROUPS("resourceGroups", "/subscriptions/[^/]+/resourceGroups/[^/]+"),
    IDENTITIES("identities", resource("Microsoft.ManagedIdentity/userAssignedIdentities/[^/]+")),
    DISKS("disks", resource("Microsoft.Compute/disks/[^/]+")),
    SNAPSHOTS("snapshots", resource("Microsoft.Compute/snapshots/[^/]+")),
    STORAGE_ACCOUNTS("storageAccounts", resource("Microsoft.Storage/storageAccounts/[^/]+")),
    VAULTS("vaults", resource("Microsoft.DataProtection/backupVaults/[^/]+")),
    BACKUP_POLICIES("backupPolicies", resource("Microsoft.DataProtection/backupVaults/[^/]+/backupPolicies/[^/]+")),
    BACKUP_INSTANCES("backupInstances", resource("Microsoft.DataProtection/backupVaults/[^/]+/backupInstances/[^/]+")),
    ROLE_ASSIGNMENTS("roleAssignments", ".*/providers/Microsoft.Authorization/roleAssignments/[^/]+");

    private final String member;
    private final Pattern id;

    EstateList(String member, String id) {
        this.member = member;
        this.id = Pattern.compile(id, Pattern.CASE_INSENSITIVE);
    }

    private static String resource(String typed) {
        return "/subscriptions/[^/]+/resourceGroups/[^/]+/providers/" + typed.replace(".", "\\.");
    }

    /** The member's name in the file. */
    public String member() {
        return member;
    }

    boolean fits(String armId) {
        return id.matcher(armId).matches();
    }

    /** The list of this member, or null. */
    public static @Nullable EstateList of(String member) {
        for (EstateList list : values()) {
            if (list.member.equals(member)) {
                return list;
            }
        }
        return null;
    }
}
