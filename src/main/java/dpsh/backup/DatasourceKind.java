package dpsh.backup;

import dpsh.arm.ResourceId;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of datasource that dpsh protects. Strings: the two articles and datasources "AzureDisk", "AzureBlob". */
public enum DatasourceKind {
    /** A managed disk; its snapshots go to a snapshot resource group. */
    DISK("disk", "Microsoft.Compute/disks", "Microsoft.Compute/disks", true),
    /** The block blobs of a storage account, operational tier. */
    BLOB(
            "storage account",
            "Microsoft.Storage/storageAccounts/blobServices",
            "Microsoft.Storage/storageAccounts",
            false);

    private final String label;
    private final String datasourceType;
    private final String resourceType;
    private final boolean snapshotGroup;

    DatasourceKind(String label, String datasourceType, String resourceType, boolean snapshotGroup) {
        this.label = label;
        this.datasourceType = datasourceType;
        this.resourceType = resourceType;
        this.snapshotGroup = snapshotGroup;
    }

    /** What people call it: "disk", "storage account". */
    public String label() {
        return label;
    }

    /** The word of the command line: {@code disk} or {@code blob}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The {@code datasourceType} of the contract. */
    public String datasourceType() {
        return datasourceType;
    }

    /** The ARM type of the resource itself. */
    public String resourceType() {
        return resourceType;
    }

    /** Whether a snapshot resource group belongs into the request. */
    public boolean needsSnapshotGroup() {
        return snapshotGroup;
    }

    /** The kind of the resource behind an ID, or null when dpsh does not protect such a thing. */
    public static @Nullable DatasourceKind of(ResourceId id) {
        return Arrays.stream(values())
                .filter(kind -> id.isOf(kind.resourceType))
                .findFirst()
                .orElse(null);
    }

    /** The kind with this datasourceType, without regard to case, or null. */
    public static @Nullable DatasourceKind ofDatasourceType(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.datasourceType.equalsIgnoreCase(type))
                .findFirst()
                .orElse(null);
    }
}
