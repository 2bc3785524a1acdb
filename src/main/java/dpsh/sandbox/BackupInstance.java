package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A protected datasource in a vault. Its first operation ends before its protection is configured: {@code provisioningState}
 * follows the operation, the protection state follows later. Guarded by the world's lock.
 */
final class BackupInstance implements Stored {
    static final String TYPE = "Microsoft.DataProtection/backupVaults/backupInstances";

    /** Protection states that occur here; names are the service's ({@code BackupsSuspended} is not in the contract, but live). */
    enum State {
        ConfiguringProtection,
        ConfiguringProtectionFailed,
        ProtectionConfigured,
        ProtectionError,
        ProtectionStopped,
        BackupsSuspended,
        UpdatingProtection,
        SoftDeleting,
        SoftDeleted;

        /** Whether scheduled and on-demand backups are made in it. */
        boolean isBackedUp() {
            return this == ProtectionConfigured;
        }
    }

    private final ArmId id;
    private Protection protection;
    private @Nullable JsonNode tags;
    private State state = State.ConfiguringProtection;
    private State settled = State.ProtectionConfigured;
    private String provisioningState = "Provisioning";
    private @Nullable ObjectNode error;
    private @Nullable Operation running;
    private @Nullable Instant protectedSince;
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

    /** The vault that it is in. */
    ArmId vault() {
        return id.parent();
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

    /** When its protection was configured for the first time; null before. */
    @Nullable
    Instant protectedSince() {
        return protectedSince;
    }

    /** Whether a PUT of this would change nothing. A failed instance is configured again by the same PUT. */
    boolean isUnchangedBy(Protection other, @Nullable JsonNode otherTags) {
        boolean sameTags = otherTags == null || otherTags.equals(tags);
        return sameTags && protection.isSame(other) && !isFailed();
    }

    private boolean isFailed() {
        return state == State.ConfiguringProtectionFailed || state == State.ProtectionError;
    }

    /** An accepted PUT begins to act. */
    void configure(Protection newProtection, @Nullable JsonNode newTags, boolean update) {
        settled = isFailed() || !update ? State.ProtectionConfigured : state;
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

    /** Its operation went well; a new protection is still being configured. */
    void provisioned() {
        provisioningState = "Succeeded";
    }

    /** Its operation failed for this reason, a UserFacingError. One that was protected before is so no more (assumed). */
    void failed(ObjectNode reason) {
        boolean update = state == State.UpdatingProtection;
        provisioningState = update ? "Succeeded" : "Failed";
        state = update ? State.ProtectionError : State.ConfiguringProtectionFailed;
        error = reason;
    }

    /** Its protection is in force since this service time. An update of a stopped one leaves it stopped. */
    void configured(Instant at) {
        provisioningState = "Succeeded";
        state = settled;
        error = null;
        protectedSince = protectedSince == null ? at : protectedSince;
    }

    /** Stop, suspend, resume and sync lead here; provisioningState stays Succeeded throughout (recorded 2025-11). */
    void becomes(State next) {
        state = next;
        settled = next;
        error = null;
        provisioningState = "Succeeded";
        changes++;
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
        own.set("properties", properties().put("objectType", "BackupInstance"));
        return Resource.body(version, this, TYPE, own);
    }

    /** Its properties without an objectType, in the service's order. */
    ObjectNode properties() {
        ObjectNode properties = protection.properties().deepCopy();
        JsonNode identity = properties.remove("identityDetails");
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
        if (identity != null) {
            properties.set("identityDetails", identity);
        }
        return properties;
    }

    /** What its GET does not tell; with the protection where that cannot be read from the GET's body. */
    ObjectNode saveBesides() {
        ObjectNode saved = save();
        JsonNode told = properties().put("objectType", "BackupInstance");
        if (Protection.read(told).equals(protection)) {
            saved.remove(List.of("protection", "tags"));
        }
        return saved;
    }

    ObjectNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        saved.put("id", id.text());
        saved.set("protection", protection.request());
        if (tags != null) {
            saved.set("tags", tags.deepCopy());
        }
        saved.put("state", state.name()).put("settled", settled.name()).put("provisioningState", provisioningState);
        saved.put("before", before.name());
        if (error != null) {
            saved.set("error", error.deepCopy());
        }
        if (running != null) {
            saved.put("running", running.name());
        }
        if (protectedSince != null) {
            saved.put("protectedSince", protectedSince.toString());
        }
        return saved.put("changes", changes);
    }

    /**
     * Takes up what was once saved; the operations have been loaded before.
     *
     * @param body of its GET, for what was not saved besides
     */
    static BackupInstance load(JsonNode saved, JsonNode body, Operations operations) {
        boolean besides = !saved.has("protection");
        BackupInstance loaded = new BackupInstance(
                ArmId.of(saved.path("id").asText()),
                Protection.read(besides ? body.get("properties") : saved.get("protection")),
                besides ? body.get("tags") : saved.get("tags"));
        loaded.state = State.valueOf(saved.path("state").asText());
        loaded.settled = State.valueOf(saved.path("settled").asText());
        loaded.before = State.valueOf(saved.path("before").asText());
        loaded.provisioningState = saved.path("provisioningState").asText();
        loaded.error = saved.get("error") instanceof ObjectNode reason ? reason : null;
        loaded.running = operations.get(saved.path("running").asText());
        loaded.protectedSince = saved.has("protectedSince")
                ? Instant.parse(saved.path("protectedSince").asText())
                : null;
        loaded.changes = saved.path("changes").asLong();
        return loaded;
    }
}
