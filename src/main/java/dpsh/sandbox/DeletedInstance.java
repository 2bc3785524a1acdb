package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * A soft-deleted backup instance: it keeps its name, stands below {@code deletedBackupInstances} and is purged when its time
 * is over (az recording backup_instance_softdelete, 2026-08). Guarded by the world's lock.
 *
 * @param deleted when the delete operation began; billing ends then
 * @param purge when it is gone for good
 * @param activity the client request ID of the DELETE
 */
record DeletedInstance(ArmId id, BackupInstance instance, Instant deleted, Instant purge, String activity)
        implements Stored {
    static final String TYPE = "deletedBackupInstances";

    static DeletedInstance of(BackupInstance instance, Instant deleted, Duration kept, String activity) {
        return new DeletedInstance(
                instance.vault().child(TYPE, instance.id().name()), instance, deleted, deleted.plus(kept), activity);
    }

    @Override
    public ObjectNode json(ApiVersion version) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties
                .putObject("deletionInfo")
                .put("deletionTime", DotNetTime.ticked(deleted))
                .put("billingEndDate", DotNetTime.ticked(deleted))
                .put("scheduledPurgeTime", DotNetTime.ticked(purge))
                .put("deleteActivityID", activity);
        properties.setAll(instance.properties());
        properties.put("objectType", "DeletedBackupInstance");
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        own.set("properties", properties);
        return Resource.body(version, this, Vault.TYPE + "/" + TYPE, own);
    }

    ObjectNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        saved.set("instance", instance.save());
        return saved.put("deleted", deleted.toString())
                .put("purge", purge.toString())
                .put("activity", activity);
    }

    static DeletedInstance load(JsonNode saved, Operations operations) {
        BackupInstance instance = BackupInstance.load(saved.path("instance"), saved.path("instance"), operations);
        Instant deleted = Instant.parse(saved.path("deleted").asText());
        Instant purge = Instant.parse(saved.path("purge").asText());
        return of(
                instance,
                deleted,
                Duration.between(deleted, purge),
                saved.path("activity").asText());
    }
}
