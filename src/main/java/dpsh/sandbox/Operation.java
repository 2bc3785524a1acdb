package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Long-running work of the service, as its status tells it. Guarded by the world's lock. */
final class Operation {
    /** What is worked on, and what its result is. */
    enum Kind {
        VALIDATE_FOR_BACKUP,
        PUT_INSTANCE,
        DELETE_INSTANCE,
        PUT_VAULT,
        DELETE_VAULT
    }

    private static final String NEVER = "0001-01-01T00:00:00";

    private final String name;
    private final Kind kind;
    private final ArmId vault;
    private final String region;
    private final ArmId subject;
    private final ApiVersion version;
    private final String activityId;
    private final Instant started;
    private @Nullable Instant ended;
    private @Nullable DppError error;

    /**
     * @param subject what it works on: an instance or the vault
     * @param cause the call that starts it: its correlation ID is the ActivityId of an error
     */
    Operation(Kind kind, Vault vault, ArmId subject, Call cause) {
        String guids = vault.operationsGuid() + ";" + UUID.randomUUID();
        this.name = Base64.getEncoder().encodeToString(guids.getBytes(StandardCharsets.UTF_8));
        this.kind = kind;
        this.vault = vault.id();
        this.region = Vault.normalLocation(vault.location());
        this.subject = subject;
        this.version = cause.version();
        this.activityId = cause.correlationId();
        this.started = cause.at();
    }

    /** Base64 of two GUIDs: the vault's and its own. */
    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    ArmId vault() {
        return vault;
    }

    String region() {
        return region;
    }

    ArmId subject() {
        return subject;
    }

    /** The version it was started with: it decides the shape of its URLs. */
    ApiVersion version() {
        return version;
    }

    String activityId() {
        return activityId;
    }

    boolean isRunning() {
        return ended == null;
    }

    @Nullable
    DppError error() {
        return error;
    }

    void end(Instant at, @Nullable DppError failure) {
        ended = at;
        error = failure;
    }

    /** The operationStatus body. {@code endTime} of running work is the year 1, in 2021 without its Z. */
    ObjectNode status(String path) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", path);
        json.put("name", name);
        Instant end = ended;
        json.put("status", end == null ? "Inprogress" : error == null ? "Succeeded" : "Failed");
        if (error != null) {
            json.set("error", error.status(activityId));
        }
        json.put("startTime", DotNetTime.precise(started));
        json.put("endTime", end != null ? DotNetTime.seconds(end) : version.isSigned() ? NEVER + "Z" : NEVER);
        return json;
    }
}
