package dpsh.sandbox;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The snapshots that the recovery points of disks are, in their snapshot resource groups. Guarded by the world's lock. */
final class DiskSnapshots {
    private final Map<ArmId, String> taken = new TreeMap<>();

    /** The snapshot of this recovery point; null for what is no disk. */
    @Nullable
    ArmId id(BackupInstance instance, RecoveryPoint point) {
        ArmId group = ArmId.parse(instance.protection().snapshotGroup());
        return instance.protection().kind() == DatasourceKind.DISK && group != null
                ? group.resource("Microsoft.Compute", "snapshots", name(point))
                : null;
    }

    private static String name(RecoveryPoint point) {
        return "AzureBackup_"
                + new UUID(
                        Long.parseUnsignedLong(point.name().substring(0, 16), 16),
                        Long.parseUnsignedLong(point.name().substring(16), 16));
    }

    void take(BackupInstance instance, RecoveryPoint point) {
        ArmId id = id(instance, point);
        if (id != null) {
            taken.put(id, point.name());
        }
    }

    void drop(BackupInstance instance, RecoveryPoint point) {
        ArmId id = id(instance, point);
        if (id != null) {
            taken.remove(id);
        }
    }

    boolean has(ArmId id) {
        return taken.containsKey(id);
    }
}
