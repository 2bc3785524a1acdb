package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A protected datasource in a vault. Its operation ends before its protection is configured: {@code provisioningState}
 * follows the operation, the protection state follows later. Guarded by the world's lock.
 */
final class BackupInstance implements Stored {
    static final String TYPE = "Microsoft.DataProtection/backupVaults/backupInstances";

    /** Protection states that occur here; names are the service's. */
    enum State {
        ConfiguringProtection,
        ConfiguringProtectionFailed,
        ProtectionConfigured,
        UpdatingProtection,
        SoftDeleting
    }

    private final ArmId id;
    private Protection protection;
    private @Nullable JsonNode tags;
    private State state = State.ConfiguringProtection;
    private String provisioningState = "Provisioning";
    private @Nullable ObjectNode error;
    private @Nullable Operation running;
    private long changes;
    private State before = State.ConfiguringProtection;

    BackupInstance(ArmId id, Protection protection, @Nullable JsonNode tags) {
        this.id = id;
        this.protection = protection;
        this.tags = tags;
    }

    @Override
    public ArmId id() {
        return id;
    }

    Protection protection() {
        return protection;
    }

    State state() {
        return state;
    }

    /** The operation that works on it, or null. */
    @Nullable
    Operation running() {
        return running != null && running.isRunning() ? running : null;
    }

    /** Counts what was done to it, so that a late effect can see that it is stale. */
    long changes() {
        return changes;
    }

    /** Whether a PUT of this would change nothing. A failed instance is configured again by the same PUT. */
    boolean isUnchangedBy(Protection other, @Nullable JsonNode otherTags) {
        boolean sameTags = otherTags == null || otherTags.equals(tags);
        return sameTags && protection.isSame(other) && state != State.ConfiguringProtectionFailed;
    }

    /** An accepted PUT begins to act. */
    void configure(Protection newProtection, @Nullable JsonNode newTags, boolean update) {
        protection = newProtection;
        tags = newTags == null ? tags : newTags;
        state = update ? State.UpdatingProtection : State.ConfiguringProtection;
        provisioningState = update ? "Updating" : "Provisioning";
        error = null;
        changes++;
    }

    void worksOn(Operation operation) {
        running = operation;
    }

    /** Its operation went well; the protection is still being configured. */
    void provisioned() {
        provisioningState = "Succeeded";
    }

    /** Its operation failed for this reason, a UserFacingError. */
    void failed(ObjectNode reason) {
        provisioningState = "Failed";
        state = State.ConfiguringProtectionFailed;
        error = reason;
    }

    void configured() {
        provisioningState = "Succeeded";
        state = State.ProtectionConfigured;
    }

    /** An accepted DELETE begins to act (state and provisioningState in between are assumed: never seen live). */
    void deleting() {
        before = state;
        state = State.SoftDeleting;
        provisioningState = "Deleting";
        changes++;
    }

    /** Its deletion failed: it is what it was (assumed). */
    void kept() {
        state = before;
        provisioningState = before == State.ConfiguringProtectionFailed ? "Failed" : "Succeeded";
    }

    @Override
    public ObjectNode json(ApiVersion version) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        if (tags != null) {
            own.set("tags", tags.deepCopy());
        }
        ObjectNode properties = protection.properties().deepCopy();
        ObjectNode status = properties.putObject("protectionStatus");
        if (error != null) {
            status.set("errorDetails", error.deepCopy());
        }
        status.put("status", state.name());
        properties.put("currentProtectionState", state.name());
        if (error != null) {
            properties.set("protectionErrorDetails", error.deepCopy());
        }
        properties.put("provisioningState", provisioningState);
        properties.put("objectType", "BackupInstance");
        own.set("properties", properties);
        return Resource.body(version, this, TYPE, own);
    }
}
