package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The recovery points of a saved world and what became of their snapshots. All of a point follows from its instance, its time
 * and how its policy keeps it; one of which it does not is written out. The world's lock is held meanwhile.
 */
final class SavedPoints {
    private record Group(String store, String tag, String policy, BackupPlan.@Nullable Keep keep) {}

    private final World world;
    private Map<String, Snapshot> loaded = Map.of();

    SavedPoints(World world) {
        this.world = world;
    }

    ArrayNode save() {
        ArrayNode saved = JsonNodeFactory.instance.arrayNode();
        world.backups.histories().stream()
                .sorted((one, other) -> one.instance().compareTo(other.instance()))
                .forEach(history -> saved.add(save(history)));
        return saved;
    }

    private ObjectNode save(BackupHistory history) {
        ObjectNode saved = history.save();
        BackupInstance instance = world.instances.evenDeleted(history.instance());
        ArrayNode whole = saved.putArray("points");
        ArrayNode groups = saved.putArray("backups");
        ArrayNode without = saved.putArray("withoutSnapshot");
        Map<Group, ArrayNode> at = new LinkedHashMap<>();
        for (RecoveryPoint point : history.all()) {
            boolean disk = instance == null || instance.protection().kind() == DatasourceKind.DISK;
            BackupPlan plan = instance == null ? null : world.backups.plan(instance);
            Group group = new Group(
                    point.store(),
                    point.tag(),
                    point.policyName(),
                    plan == null ? null : plan.keep(point.tag(), point.store()));
            Instant start = Backups.start(point, disk);
            if (Ticks.fits(start) && point.equals(point(history, start, group, disk))) {
                at.computeIfAbsent(group, made -> list(groups.addObject(), made, disk))
                        .add(Ticks.of(start));
            } else {
                whole.add(point.save());
            }
            if (disk && instance != null && !world.diskSnapshots.isAsTaken(instance, point)) {
                without.add(point.name());
            }
        }
        for (String list : new String[] {"points", "backups", "withoutSnapshot"}) {
            if (saved.path(list).isEmpty()) {
                saved.remove(list);
            }
        }
        return saved;
    }

    private static ArrayNode list(ObjectNode saved, Group group, boolean disk) {
        saved.put("store", group.store()).put("tag", group.tag()).put("policyName", group.policy());
        if (group.keep() != null) {
            saved.put("keep", group.keep().time().toString());
        }
        return saved.put("disk", disk).putArray("at");
    }

    private static RecoveryPoint point(BackupHistory history, Instant start, Group group, boolean disk) {
        return Backups.point(history, start, disk, group.store(), group.tag(), group.policy(), group.keep());
    }

    /** Takes up what was once saved; instances, disks and snapshots have been loaded before. */
    void load(JsonNode saved) {
        loaded = world.diskSnapshots.loaded();
        for (JsonNode entry : saved) {
            BackupHistory history = BackupHistory.load(entry);
            world.backups.add(history);
            entry.path("points").forEach(point -> history.add(RecoveryPoint.load(point)));
            entry.path("backups").forEach(group -> load(history, group));
            BackupInstance instance = world.instances.evenDeleted(history.instance());
            if (instance != null) {
                snapshots(instance, history, entry.path("withoutSnapshot"));
            }
        }
    }

    private static void load(BackupHistory history, JsonNode saved) {
        String keep = saved.path("keep").asText();
        Group group = new Group(
                saved.path("store").asText(),
                saved.path("tag").asText(),
                saved.path("policyName").asText(),
                keep.isEmpty() ? null : new BackupPlan.Keep("", false, "", Schedule.amount(keep)));
        boolean disk = saved.path("disk").asBoolean();
        saved.path("at").forEach(at -> history.add(point(history, Ticks.time(at.asLong()), group, disk)));
    }

    private void snapshots(BackupInstance instance, BackupHistory history, JsonNode without) {
        Map<String, Boolean> named = new LinkedHashMap<>();
        without.forEach(name -> named.put(name.asText(), true));
        for (RecoveryPoint point : history.all()) {
            if (named.containsKey(point.name())) {
                world.diskSnapshots.recognise(instance, point, loaded);
            } else {
                world.diskSnapshots.take(instance, point);
            }
        }
    }
}
