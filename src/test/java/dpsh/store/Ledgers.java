package dpsh.store;

import dpsh.arm.ResourceId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** What the tests of this room start from. */
final class Ledgers {
    static final String WORLD = "https://management.azure.com";
    static final ResourceId DISK = ResourceId.parse(
            "/subscriptions/sub-1/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/msdiskbackup");

    private Ledgers() {}

    static Home home(Path directory) {
        return Home.of(directory, Map.of());
    }

    static LocalDatabase database(Path directory) {
        return new LocalDatabase(home(directory), Clock.systemUTC());
    }

    static OperationLog log(LocalDatabase database) {
        return new OperationLog(database, Clock.systemUTC());
    }

    static NewOperation request(String world, String clientRequestId) {
        return new NewOperation(
                world,
                "BackupInstances_CreateOrUpdate",
                "PUT",
                "https://management.azure.com" + DISK + "?api-version=2025-07-01",
                DISK,
                clientRequestId);
    }

    static OperationAnswer accepted() {
        return new OperationAnswer(202, null, null, null, null);
    }
}
