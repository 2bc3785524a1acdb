package dpsh.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What this sandbox can protect. */
enum DatasourceKind {
    DISK(Disk.TYPE, Disk.TYPE, Duration.ofSeconds(30), 10),
    BLOB("Microsoft.Storage/storageAccounts/blobServices", StorageAccount.TYPE, Duration.ofSeconds(60), 10),
    DATA_LAKE("Microsoft.Storage/storageAccounts/adlsBlobServices", StorageAccount.TYPE, Duration.ofSeconds(60), 4);

    private final String datasourceType;
    private final String resourceType;
    private final Duration configuring;
    private final int backupsADay;

    DatasourceKind(String datasourceType, String resourceType, Duration configuring, int backupsADay) {
        this.datasourceType = datasourceType;
        this.resourceType = resourceType;
        this.configuring = configuring;
        this.backupsADay = backupsADay;
    }

    String datasourceType() {
        return datasourceType;
    }

    String resourceType() {
        return resourceType;
    }

    /** How long an instance stays in ConfiguringProtection after its operation (recorded 2025-11; Data Lake assumed). */
    Duration configuring() {
        return configuring;
    }

    /** Backups on demand of one instance in 24 hours (disk matrix 2025-08, Data Lake matrix 2025-06; for blobs assumed). */
    int backupsADay() {
        return backupsADay;
    }

    static @Nullable DatasourceKind of(@Nullable String datasourceType) {
        for (DatasourceKind kind : values()) {
            if (kind.datasourceType.equalsIgnoreCase(datasourceType)) {
                return kind;
            }
        }
        return null;
    }
}
