package dpsh.sandbox;

import java.util.Map;

/**
 * The default world: the vault, policies, disk, snapshot group and storage account of the two articles, and a few of each
 * that make lists worth looking at and refusals reachable.
 */
final class SeedEstate {
    private static final String TENANT = "aaaabbbb-0000-cccc-1111-dddd2222eeee";
    private static final String OPERATIONS = "aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e";
    private static final String STORAGE = "bbbb1b1b-cc2c-dd3d-ee4e-ffffff5f5f5f";
    private static final String VAULT =
            in(OPERATIONS, "TestBkpVaultRG") + "/providers/Microsoft.DataProtection/backupVaults/testBkpVault";
    private static final String EAST_VAULT =
            in(OPERATIONS, "PaygRG") + "/providers/Microsoft.DataProtection/backupVaults/paygVault";

    private SeedEstate() {}

    static SandboxEstate make() {
        SandboxEstate estate = SandboxEstate.empty(TENANT)
                .subscription(OPERATIONS, "Backup Operations")
                .subscription(STORAGE, "Storage Team");
        addGroups(estate);
        addVaults(estate);
        addDisks(estate);
        addAccounts(estate);
        return estate.protectedDisk(
                EAST_VAULT,
                "disk-east-02-5b1f7d3e-2a44-4c0e-9d35-7f0f3f6f8a10",
                disk(OPERATIONS, "RG-DiskBackup", "disk-east-02"),
                "EastDisk-Policy",
                in(OPERATIONS, "snapshot-rg-east"));
    }

    private static void addGroups(SandboxEstate estate) {
        estate.group(in(OPERATIONS, "TestBkpVaultRG"), "westus")
                .group(in(OPERATIONS, "RG-DiskBackup"), "westus")
                .group(in(OPERATIONS, "snapshot-rg"), "westus")
                .group(in(OPERATIONS, "snapshot-rg-east"), "eastus")
                .group(in(OPERATIONS, "PaygRG"), "eastus")
                .group(in(STORAGE, "RG-BlobBackup"), "westus")
                .group(in(STORAGE, "snapshot-rg-b"), "westus");
    }

    private static void addVaults(SandboxEstate estate) {
        estate.vault(VAULT, "westus")
                .blobPolicy(VAULT, "BlobBackup-Policy", "P30D")
                .vaultedBlobPolicy(VAULT, "BlobVaulted-Policy", "P90D")
                .diskPolicy(VAULT, "DiskBackup-Policy", "PT4H", "P7D")
                .diskPolicy(VAULT, "DiskBackup-12h-Policy", "PT12H", "P14D")
                .diskPolicy(VAULT, "DiskDaily-Policy", "P1D", "P30D")
                .vault(EAST_VAULT, "eastus")
                .diskPolicy(EAST_VAULT, "EastDisk-Policy", "P1D", "P7D");
    }

    private static void addDisks(SandboxEstate estate) {
        String group = "RG-DiskBackup";
        estate.disk(disk(OPERATIONS, group, "msdiskbackup"), "westUS", "Premium_LRS", 128, Map.of())
                .disk(disk(OPERATIONS, group, "disk-prod-01"), "westus", "Premium_LRS", 256, Map.of("env", "prod"))
                .disk(disk(OPERATIONS, group, "disk-dev-01"), "westus", "StandardSSD_LRS", 64, Map.of("env", "dev"))
                .disk(disk(OPERATIONS, group, "disk-ultra-01"), "westus", "UltraSSD_LRS", 512, Map.of("env", "prod"))
                .disk(disk(OPERATIONS, group, "disk-east-01"), "eastus", "Premium_LRS", 128, Map.of("env", "prod"))
                .disk(disk(OPERATIONS, group, "disk-east-02"), "eastus", "Premium_LRS", 128, Map.of("env", "prod"))
                .disk(disk(OPERATIONS, group, "shared-data"), "westus", "Standard_LRS", 1024, Map.of())
                .disk(disk(STORAGE, "RG-BlobBackup", "shared-data"), "westus", "Standard_LRS", 1024, Map.of());
    }

    private static void addAccounts(SandboxEstate estate) {
        estate.account(account("msblobbackup"), "westus", false, Map.of())
                .account(account("stprodlogs01"), "westus", false, Map.of("env", "prod"))
                .account(account("stdevdata01"), "westus", false, Map.of("env", "dev"))
                .account(account("stlakewest01"), "westus", true, Map.of("env", "prod"))
                .account(account("steastdata01"), "eastus", false, Map.of("env", "prod"))
                .account(account("stpremium01"), "westus", "BlockBlobStorage", "Premium_LRS", false, Map.of());
    }

    private static String in(String subscription, String group) {
        return "/subscriptions/" + subscription + "/resourceGroups/" + group;
    }

    private static String disk(String subscription, String group, String name) {
        return in(subscription, group) + "/providers/Microsoft.Compute/disks/" + name;
    }

    private static String account(String name) {
        return in(STORAGE, "RG-BlobBackup") + "/providers/Microsoft.Storage/storageAccounts/" + name;
    }
}
