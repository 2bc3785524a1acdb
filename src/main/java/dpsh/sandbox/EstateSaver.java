package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.estate.EstateDocument;
import dpsh.sandbox.estate.EstateList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the estate out of a world: each body as its GET answers it. The world's lock is held meanwhile. */
final class EstateSaver {
    private static final ApiVersion VERSION = new ApiVersion("2025-07-01");

    private final World world;

    EstateSaver(World world) {
        this.world = world;
    }

    /** @param rest what a saved world knows besides, or null for an estate */
    EstateDocument save(@Nullable ObjectNode rest) {
        EstateDocument.Collector bodies = new EstateDocument.Collector();
        world.subscriptions
                .values()
                .forEach(subscription -> bodies.add(EstateList.SUBSCRIPTIONS, subscription.json(VERSION)));
        add(bodies, EstateList.RESOURCE_GROUPS, world.groups.all());
        add(bodies, EstateList.IDENTITIES, world.identities.all());
        add(bodies, EstateList.DISKS, world.disks.all());
        add(bodies, EstateList.SNAPSHOTS, rest == null ? world.snapshots.all() : unexpected());
        add(bodies, EstateList.STORAGE_ACCOUNTS, world.accounts.all());
        add(bodies, EstateList.VAULTS, world.vaults.all());
        add(bodies, EstateList.BACKUP_POLICIES, world.policies.all());
        add(bodies, EstateList.BACKUP_INSTANCES, world.instances.shelf().all());
        world.roles.all().forEach(assignment -> bodies.add(EstateList.ROLE_ASSIGNMENTS, assignment.json()));
        return bodies.in(world.directory.tenant(), rest);
    }

    /** Those that do not follow from the recovery points of a saved world. */
    private List<Snapshot> unexpected() {
        Set<String> expected = new HashSet<>();
        for (BackupHistory history : world.backups.histories()) {
            BackupInstance instance = world.instances.evenDeleted(history.instance());
            for (RecoveryPoint point : instance == null ? List.<RecoveryPoint>of() : history.all()) {
                ArmId id = world.diskSnapshots.seenAsTaken(instance, point);
                if (id != null) {
                    expected.add(id.key());
                }
            }
        }
        return world.snapshots.arrived().stream()
                .filter(snapshot -> !expected.contains(snapshot.id().key()))
                .toList();
    }

    private static void add(EstateDocument.Collector bodies, EstateList list, Collection<? extends Stored> found) {
        found.forEach(stored -> bodies.add(list, stored.json(VERSION)));
    }
}
