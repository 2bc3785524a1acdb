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
 * The jobs of a saved world. Of a scheduled backup that went well all follows from its instance and its time, so that a few
 * digits are enough; the others are written out. The world's lock is held meanwhile.
 */
final class SavedJobs {
    private record Group(ArmId instance, Job.Backup work) {}

    private final World world;

    SavedJobs(World world) {
        this.world = world;
    }

    ArrayNode save() {
        ArrayNode saved = JsonNodeFactory.instance.arrayNode();
        Map<Group, ArrayNode> groups = new LinkedHashMap<>();
        for (Job job : world.jobs.all()) {
            BackupInstance instance = world.instances.evenDeleted(job.instance());
            BackupHistory history = world.backups.history(job.instance());
            if (instance != null
                    && history != null
                    && job.work() instanceof Job.Backup backup
                    && Ticks.fits(job.start())
                    && job.equals(scheduled(instance, history, job.start(), backup))) {
                Job.Backup alike = new Job.Backup(backup.rule(), backup.tag(), backup.store(), "", backup.bytes());
                groups.computeIfAbsent(new Group(job.instance(), alike), group -> list(saved.addObject(), group))
                        .add(Ticks.of(job.start()));
            } else {
                saved.add(whole(job, instance));
            }
        }
        return saved;
    }

    private static ArrayNode list(ObjectNode saved, Group group) {
        saved.put("instance", group.instance().text());
        saved.put("rule", group.work().rule()).put("tag", group.work().tag());
        saved.put("store", group.work().store()).put("bytes", group.work().bytes());
        return saved.putArray("at");
    }

    private static Job scheduled(BackupInstance instance, BackupHistory history, Instant start, Job.Backup work) {
        return Backups.scheduledJob(instance, history, start, work.rule(), work.tag(), work.store(), work.bytes());
    }

    private static ObjectNode whole(Job job, @Nullable BackupInstance instance) {
        ObjectNode whole = job.save();
        if (instance != null && instance.protection().equals(job.protection())) {
            whole.remove("protection");
        }
        return whole;
    }

    /** Takes up what was saved; the instances and their histories have been loaded before. */
    void load(JsonNode saved) {
        for (JsonNode entry : saved) {
            ArmId id = ArmId.of(entry.path("instance").asText());
            BackupInstance instance = world.instances.evenDeleted(id);
            if (!entry.has("at")) {
                world.jobs.put(Job.load(
                        entry,
                        instance == null || entry.has("protection")
                                ? Protection.read(entry.get("protection"))
                                : instance.protection()));
                continue;
            }
            BackupHistory history = world.backups.history(id);
            if (instance == null || history == null) {
                throw new IllegalArgumentException("there is no instance " + id);
            }
            Job.Backup work = new Job.Backup(
                    entry.path("rule").asText(),
                    entry.path("tag").asText(),
                    entry.path("store").asText(),
                    "",
                    entry.path("bytes").asLong());
            entry.path("at").forEach(at -> world.jobs.put(scheduled(instance, history, Ticks.time(at.asLong()), work)));
        }
    }
}
