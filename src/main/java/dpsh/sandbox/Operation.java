package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Long-running work of the service, as its status tells it. Guarded by the world's lock. */
final class Operation {
    /** What its result URL answers when it ended well. */
    enum Result {
        /** 200 and {@code {"objectType":"OperationJobExtendedInfo"}}, with the job if it began one. */
        EXTENDED_INFO,
        /** 204: the thing is gone. */
        GONE,
        /** 200 and the instance. */
        INSTANCE,
        /** 200 and the vault. */
        VAULT,
        /** 200 and nothing. */
        EMPTY
    }

    /** What is worked on. */
    enum Kind {
        VALIDATE_FOR_BACKUP(Result.EXTENDED_INFO),
        VALIDATE_FOR_MODIFY_BACKUP(Result.EXTENDED_INFO),
        PUT_INSTANCE(Result.INSTANCE),
        DELETE_INSTANCE(Result.GONE),
        BACKUP(Result.EXTENDED_INFO),
        VALIDATE_RESTORE(Result.EXTENDED_INFO),
        RESTORE(Result.EXTENDED_INFO),
        REHYDRATE(Result.EXTENDED_INFO),
        STOP_PROTECTION(Result.EXTENDED_INFO),
        SUSPEND_BACKUPS(Result.EXTENDED_INFO),
        RESUME_PROTECTION(Result.EXTENDED_INFO),
        RESUME_BACKUPS(Result.EXTENDED_INFO),
        SYNC(Result.EXTENDED_INFO),
        UNDELETE(Result.EXTENDED_INFO),
        EXPORT_JOBS(Result.EXTENDED_INFO),
        PUT_VAULT(Result.VAULT),
        DELETE_VAULT(Result.GONE);

        final Result result;

        Kind(Result result) {
            this.result = result;
        }
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
    private final ObjectNode detail;
    private final @Nullable DppError doom;
    private Result result;
    private @Nullable Instant ended;
    private @Nullable DppError error;
    private @Nullable ArmId job;

    /**
     * @param name base64 of two GUIDs
     * @param subject what it works on: an instance or the vault
     * @param cause the call that starts it: its correlation ID is the ActivityId of an error
     * @param detail what its work has to know, as its kind likes it
     */
    Operation(String name, Kind kind, Vault vault, ArmId subject, Call cause, ObjectNode detail) {
        this.name = name;
        this.doom = cause.doom();
        this.kind = kind;
        this.vault = vault.id();
        this.region = Vault.normalLocation(vault.location());
        this.subject = subject;
        this.version = cause.version();
        this.activityId = cause.correlationId();
        this.started = cause.at();
        this.detail = detail;
        this.result = kind.result;
    }

    private Operation(JsonNode saved) {
        name = saved.path("name").asText();
        kind = Kind.valueOf(saved.path("kind").asText());
        vault = ArmId.of(saved.path("vault").asText());
        region = saved.path("region").asText();
        subject = ArmId.of(saved.path("subject").asText());
        version = new ApiVersion(saved.path("version").asText());
        activityId = saved.path("activityId").asText();
        started = Instant.parse(saved.path("started").asText());
        detail = saved.path("detail").deepCopy();
        result = Result.valueOf(saved.path("result").asText());
        ended = saved.has("ended") ? Instant.parse(saved.path("ended").asText()) : null;
        error = saved.has("error") ? DppError.load(saved.path("error")) : null;
        job = ArmId.parse(saved.path("job").asText());
        doom = saved.has("doom") ? DppError.load(saved.path("doom")) : null;
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

    Instant started() {
        return started;
    }

    /** What its work has to know; the work may keep notes here. */
    ObjectNode detail() {
        return detail;
    }

    /** The failure that it is bound to end with because a fault ordered it; null to work. */
    @Nullable
    DppError doom() {
        return doom;
    }

    boolean isRunning() {
        return ended == null;
    }

    @Nullable
    DppError error() {
        return error;
    }

    Result result() {
        return result;
    }

    /** Its result is another than its kind's. */
    void results(Result other) {
        result = other;
    }

    /** The job that it began, or null. */
    @Nullable
    ArmId job() {
        return job;
    }

    /** It began this job, a backupJobs ID. */
    void began(ArmId newJob) {
        job = newJob;
    }

    void end(Instant at, @Nullable DppError failure) {
        ended = at;
        error = failure;
    }

    /** {@code {"jobId":"...","objectType":"OperationJobExtendedInfo"}}, without the job when there is none. */
    ObjectNode extendedInfo() {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        if (job != null) {
            info.put("jobId", job.text());
        }
        return info.put("objectType", "OperationJobExtendedInfo");
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
        if (end != null && error == null && job != null) {
            json.set("properties", extendedInfo());
        }
        return json;
    }

    ObjectNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        saved.put("name", name).put("kind", kind.name()).put("vault", vault.text());
        saved.put("region", region).put("subject", subject.text()).put("version", version.text());
        saved.put("activityId", activityId).put("started", started.toString());
        saved.set("detail", detail.deepCopy());
        saved.put("result", result.name());
        if (ended != null) {
            saved.put("ended", ended.toString());
        }
        if (error != null) {
            saved.set("error", error.save());
        }
        if (doom != null) {
            saved.set("doom", doom.save());
        }
        if (job != null) {
            saved.put("job", job.text());
        }
        return saved;
    }

    static Operation load(JsonNode saved) {
        return new Operation(saved);
    }
}
