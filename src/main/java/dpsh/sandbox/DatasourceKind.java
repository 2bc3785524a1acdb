package dpsh.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What this sandbox can protect. */
enum DatasourceKind {
    DISK(Disk.TYPE, Disk.TYPE, Duration.ofSeconds(30)),
    BLOB("Microsoft.Storage/storageAccounts/blobServices", StorageAccount.TYPE, Duration.ofSeconds(60));

    private final String datasourceType;
    private final String resourceType;
    private final Duration configuring;

    DatasourceKind(String datasourceType, String resourceType, Duration configuring) {
        this.datasourceType = datasourceType;
        this.resourceType = resourceType;
        this.configuring = configuring;
    }

    String datasourceType() {
        return datasourceType;
    }

    String resourceType() {
        return resourceType;
    }

    /** How long an instance stays in ConfiguringProtection after its operation (recorded 2025-11). */
    Duration configuring() {
        return configuring;
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
