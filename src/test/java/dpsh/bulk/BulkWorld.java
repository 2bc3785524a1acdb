package dpsh.bulk;

import dpsh.sandbox.SandboxEstate;
import java.time.Duration;
import java.util.Map;

/** A subscription full of disks and a vault whose identity may back them up. */
final class BulkWorld {
    static final String SUBSCRIPTION = "/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e";
    static final String VAULT =
            SUBSCRIPTION + "/resourceGroups/rg-vaults/providers/Microsoft.DataProtection/backupVaults/bulk";
    static final String SNAPSHOTS = SUBSCRIPTION + "/resourceGroups/rg-snapshots";
    private static final int GROUPS = 20;

    private BulkWorld() {}

    /** So many disks in twenty groups, none of them protected, and no role. */
    static SandboxEstate estate(int disks) {
        SandboxEstate estate = SandboxEstate.empty("aaaabbbb-0000-cccc-1111-dddd2222eeee")
                .subscription(SUBSCRIPTION.substring(SUBSCRIPTION.lastIndexOf('/') + 1), "Bulk")
                .group(SNAPSHOTS, "westus")
                .vault(VAULT, "westus")
                .diskPolicy(VAULT, "Daily", "P1D", "P7D")
                .roleLag(Duration.ofMinutes(2));
        for (int i = 0; i < disks; i++) {
            estate.disk(disk(i), "westus", "Premium_LRS", 128, Map.of("env", i % 2 == 0 ? "prod" : "dev"));
        }
        return estate;
    }

    /** The same with the roles in force. */
    static SandboxEstate granted(int disks) {
        return estate(disks)
                .role(SUBSCRIPTION, "Disk Backup Reader", VAULT)
                .role(SNAPSHOTS, "Disk Snapshot Contributor", VAULT);
    }

    static String disk(int number) {
        return SUBSCRIPTION + "/resourceGroups/rg-" + number % GROUPS + "/providers/Microsoft.Compute/disks/disk-"
                + number;
    }
}
