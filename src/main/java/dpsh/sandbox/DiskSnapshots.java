package dpsh.sandbox;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots that the recovery points of disks are, in their snapshot resource groups. Their names are assumed. They come to
 * their shelf when somebody looks at it: most expire unseen. Guarded by the world's lock.
 */
final class DiskSnapshots {
    private record Taken(String group, Disk disk) {}

    private final World world;
    private Map<RecoveryPoint, Taken> unseen = new IdentityHashMap<>();
    private boolean dropping;

    DiskSnapshots(World world) {
        this.world = world;
        world.snapshots.arriving(this::arrive);
    }

    /** The ID of the snapshot of this recovery point; null for what is no disk. */
    @Nullable
    ArmId id(BackupInstance instance, RecoveryPoint point) {
        String given = instance.protection().snapshotGroup();
        return instance.protection().kind() == DatasourceKind.DISK && given != null ? id(given, point) : null;
    }

    private static @Nullable ArmId id(String group, RecoveryPoint point) {
        return ArmId.parse(group + "/providers/" + Snapshot.TYPE + "/" + name(point));
    }

    private static String name(RecoveryPoint point) {
        return "AzureBackup_"
                + new UUID(
                        Long.parseUnsignedLong(point.name().substring(0, 16), 16),
                        Long.parseUnsignedLong(point.name().substring(16), 16));
    }

    /** The snapshot is taken when the backup begins. */
    void take(BackupInstance instance, RecoveryPoint point) {
        String group = instance.protection().snapshotGroup();
        Disk disk = world.disks.get(instance.protection().datasource());
        if (instance.protection().kind() == DatasourceKind.DISK && group != null && disk != null) {
            unseen.put(point, new Taken(group, disk));
            if (world.conditions.length(SandboxFaults.Condition.LIST_LAG, world.timeline.now()) != null) {
                arrive();
            }
        }
    }

    private void arrive() {
        if (dropping || unseen.isEmpty()) {
            return;
        }
        Map<RecoveryPoint, Taken> arriving = unseen;
        unseen = new IdentityHashMap<>();
        arriving.forEach((point, taken) -> {
            ArmId id = id(taken.group(), point);
            if (id != null) {
                world.snapshots.put(Snapshot.ofBackup(id, taken.disk(), point.created()));
            }
        });
    }

    /** It goes with its recovery point; what somebody put in its place stays. */
    void drop(BackupInstance instance, RecoveryPoint point) {
        if (unseen.remove(point) != null) {
            return;
        }
        ArmId id = id(instance, point);
        // One that expires is nobody who looks: the others stay unseen.
        dropping = true;
        try {
            Snapshot snapshot = id == null ? null : world.snapshots.get(id);
            if (snapshot != null && snapshot.isOfBackup()) {
                world.snapshots.remove(snapshot.id());
            }
        } finally {
            dropping = false;
        }
    }

    /** Whether the snapshot of this recovery point is there, just as {@link #take} would make it now. */
    boolean isAsTaken(BackupInstance instance, RecoveryPoint point) {
        Disk disk = world.disks.get(instance.protection().datasource());
        Taken taken = unseen.get(point);
        if (taken != null) {
            boolean alike = taken.group().equals(instance.protection().snapshotGroup())
                    && disk != null
                    && Snapshot.isTakenAlike(taken.disk(), disk);
            if (alike) {
                return true;
            }
            arrive();
        }
        ArmId id = id(instance, point);
        Snapshot there = id == null ? null : world.snapshots.get(id);
        return there != null && disk != null && there.isTakenFrom(disk);
    }

    /** The ID of the snapshot of this recovery point if it {@link #isAsTaken} and on its shelf, else null. */
    @Nullable
    ArmId seenAsTaken(BackupInstance instance, RecoveryPoint point) {
        return !unseen.containsKey(point) && isAsTaken(instance, point) ? id(instance, point) : null;
    }

    /** The snapshots that were loaded and that a backup once took, by the keys of their IDs. */
    Map<String, Snapshot> loaded() {
        Map<String, Snapshot> found = new HashMap<>();
        for (Snapshot snapshot : world.snapshots.arrived()) {
            if (snapshot.body().path("tags").has(Snapshot.MARK)) {
                found.put(snapshot.id().key(), snapshot);
            }
        }
        return found;
    }

    /** Knows the snapshot of a loaded recovery point again, if it is one of the loaded. */
    void recognise(BackupInstance instance, RecoveryPoint point, Map<String, Snapshot> loaded) {
        ArmId id = loaded.isEmpty() ? null : id(instance, point);
        Snapshot there = id == null ? null : loaded.get(id.key());
        if (there != null) {
            world.snapshots.put(there.taken());
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
