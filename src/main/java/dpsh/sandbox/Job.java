package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup or a restore under way or done. How it will end is known from its start; until then it says InProgress.
 *
 * @param name a GUID
 * @param protection of the instance when it began
 * @param activityId the client request ID of the call that asked for it, else a GUID of its own (recorded)
 * @param outcome the status that it ends with
 * @param failure why it failed; null when it does not
 */
record Job(
        String name,
        ArmId instance,
        Protection protection,
        Instant start,
        Instant end,
        boolean userTriggered,
        String activityId,
        Outcome outcome,
        @Nullable DppError failure,
        Work work) {
    static final String TYPE = "Microsoft.DataProtection/backupVaults/backupJobs";

    /** The final status; names are the service's. */
    enum Outcome {
        Completed,
        CompletedWithWarnings,
        Failed,
        Cancelled
    }

    /** What is done. */
    sealed interface Work {}

    /**
     * @param rule the backup rule
     * @param tag as the job shows it: {@code default} when a user named none (recorded)
     * @param point the name of the recovery point that it makes
     * @param bytes size of the datasource
     */
    record Backup(String rule, String tag, String store, String point, long bytes) implements Work {}

    /**
     * @param point the name of the recovery point, null for a point in time
     * @param pointTime what is brought back
     * @param store the store that it comes from
     * @param target the restore request, which the end of the work needs
     */
    record Restore(@Nullable String point, Instant pointTime, String store, ArmId destination, ObjectNode target)
            implements Work {}

    ArmId vault() {
        return instance.parent();
    }

    ArmId id() {
        return vault().child("backupJobs", name);
    }

    boolean isRunning(Instant now) {
        return end.isAfter(now);
    }

    boolean isBackup() {
        return work instanceof Backup;
    }

    /** The same, ended otherwise and at another time. */
    Job ended(Instant at, Outcome other, @Nullable DppError why) {
        return new Job(name, instance, protection, start, at, userTriggered, activityId, other, why, work);
    }

    ObjectNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        saved.put("name", name).put("instance", instance.text()).set("protection", protection.request());
        saved.put("start", start.toString()).put("end", end.toString());
        saved.put("userTriggered", userTriggered).put("activityId", activityId).put("outcome", outcome.name());
        if (failure != null) {
            saved.set("failure", failure.save());
        }
        if (work instanceof Backup backup) {
            saved.putObject("backup")
                    .put("rule", backup.rule())
                    .put("tag", backup.tag())
                    .put("store", backup.store())
                    .put("point", backup.point())
                    .put("bytes", backup.bytes());
        } else if (work instanceof Restore restore) {
            ObjectNode kept = saved.putObject("restore");
            kept.put("point", restore.point())
                    .put("pointTime", restore.pointTime().toString());
            kept.put("store", restore.store())
                    .put("destination", restore.destination().text());
            kept.set("target", restore.target().deepCopy());
        }
        return saved;
    }

    /** @param protection of the instance when it began */
    static Job load(JsonNode saved, Protection protection) {
        return new Job(
                saved.path("name").asText(),
                ArmId.of(saved.path("instance").asText()),
                protection,
                Instant.parse(saved.path("start").asText()),
                Instant.parse(saved.path("end").asText()),
                saved.path("userTriggered").asBoolean(),
                saved.path("activityId").asText(),
                Outcome.valueOf(saved.path("outcome").asText()),
                saved.has("failure") ? DppError.load(saved.path("failure")) : null,
                saved.has("backup") ? loadBackup(saved.path("backup")) : loadRestore(saved.path("restore")));
    }

    private static Work loadBackup(JsonNode saved) {
        return new Backup(
                saved.path("rule").asText(),
                saved.path("tag").asText(),
                saved.path("store").asText(),
                saved.path("point").asText(),
                saved.path("bytes").asLong());
    }

    private static Work loadRestore(JsonNode saved) {
        return new Restore(
                saved.hasNonNull("point") ? saved.path("point").asText() : null,
                Instant.parse(saved.path("pointTime").asText()),
                saved.path("store").asText(),
                ArmId.of(saved.path("destination").asText()),
                saved.path("target").deepCopy());
    }
}
