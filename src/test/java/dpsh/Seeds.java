package dpsh;

/** Names and IDs of the sandbox's default world, as a person would read them there. */
public final class Seeds {
    public static final String OPERATIONS = "aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e";
    public static final String STORAGE = "bbbb1b1b-cc2c-dd3d-ee4e-ffffff5f5f5f";
    public static final String VAULT = "/subscriptions/" + OPERATIONS
            + "/resourceGroups/TestBkpVaultRG/providers/Microsoft.DataProtection/backupVaults/testBkpVault";
    public static final String EAST_VAULT = "/subscriptions/" + OPERATIONS
            + "/resourceGroups/PaygRG/providers/Microsoft.DataProtection/backupVaults/paygVault";
    public static final String DISKS =
            "/subscriptions/" + OPERATIONS + "/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/";
    public static final String DISK = DISKS + "msdiskbackup";
    public static final String ACCOUNT = "/subscriptions/" + STORAGE
            + "/resourceGroups/RG-BlobBackup/providers/Microsoft.Storage/storageAccounts/msblobbackup";
    public static final String SNAPSHOTS = "/subscriptions/" + OPERATIONS + "/resourceGroups/snapshot-rg";
    public static final String DISK_POLICY = VAULT + "/backupPolicies/DiskBackup-Policy";
    public static final String BLOB_POLICY = VAULT + "/backupPolicies/BlobBackup-Policy";

    /** The names that the two datasources' instances get, whoever makes them. */
    public static final String DISK_INSTANCE = "msdiskbackup-b2301e49-5828-5807-abca-c896636d1b23";

    public static final String BLOB_INSTANCE = "msblobbackup-6171be32-d333-5a4e-8caf-d50d3d5d933c";

    /** The line that protects the disk. */
    public static final String PROTECT_DISK =
            "protect disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --grant";

    /** The same by a policy whose next backup is a day away. */
    public static final String PROTECT_DISK_DAILY = PROTECT_DISK.replace("DiskBackup", "DiskDaily");

    /** The line that protects the storage account. */
    public static final String PROTECT_BLOB = "protect blob msblobbackup --policy BlobBackup-Policy --grant";

    private Seeds() {}
}
