package dpsh.sandbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots that the recovery points of disks are, in their snapshot resource groups. Their names are assumed. Guarded by
 * the world's lock.
 */
final class DiskSnapshots {
    private final World world;

    DiskSnapshots(World world) {
        this.world = world;
    }

    /** The ID of the snapshot of this recovery point; null for what is no disk. */
    @Nullable
    ArmId id(BackupInstance instance, RecoveryPoint point) {
        String given = instance.protection().snapshotGroup();
        return instance.protection().kind() == DatasourceKind.DISK && given != null
                ? ArmId.parse(given + "/providers/" + Snapshot.TYPE + "/" + name(point))
                : null;
    }

    private static String name(RecoveryPoint point) {
        return "AzureBackup_"
                + new UUID(
                        Long.parseUnsignedLong(point.name().substring(0, 16), 16),
                        Long.parseUnsignedLong(point.name().substring(16), 16));
    }

    /** The snapshot is taken when the backup begins. */
    void take(BackupInstance instance, RecoveryPoint point) {
        ArmId id = id(instance, point);
        Disk disk = world.disks.get(instance.protection().datasource());
        if (id != null && disk != null) {
            world.snapshots.put(Snapshot.ofBackup(id, disk, point.created()));
        }
    }

    /** It goes with its recovery point; what somebody put in its place stays. */
    void drop(BackupInstance instance, RecoveryPoint point) {
        ArmId id = id(instance, point);
        Snapshot snapshot = id == null ? null : world.snapshots.get(id);
        if (snapshot != null && snapshot.isOfBackup()) {
            world.snapshots.remove(snapshot.id());
        }
    }

    /** Knows the snapshots of a loaded history again, as far as they are still there. */
    void recognise(BackupInstance instance, BackupHistory history) {
        for (RecoveryPoint point : history.all()) {
            ArmId id = id(instance, point);
            Snapshot there = id == null ? null : world.snapshots.get(id);
            if (there != null && there.body().path("tags").has(Snapshot.MARK)) {
                take(instance, point);
            }
        }
    }

    /** Why this recovery point cannot be read; null when it can. */
    @Nullable
    DppError find(ArmId id) {
        Snapshot snapshot = world.snapshots.get(id);
        if (snapshot == null) {
            return RestoreFindings.snapshotNotFound(id);
        }
        return snapshot.isOfBackup() ? null : RestoreFindings.snapshotMetadataNotFound(id);
    }
}
