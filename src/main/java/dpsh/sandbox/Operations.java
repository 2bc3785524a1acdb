package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts and finds operations, and makes their URLs. Guarded by the world's lock. */
final class Operations {
    /** What an operation does when its time has come. */
    @FunctionalInterface
    interface Work {
        /** Does it at this service time; returns why it failed, or null. */
        @Nullable
        DppError run(Operation operation, Instant at);
    }

    private static final String EVENT = "operation";

    private final Map<String, Operation> byName = new HashMap<>();
    private final Map<Operation.Kind, Work> works = new EnumMap<>(Operation.Kind.class);
    private final Map<Operation.Kind, Work> failures = new EnumMap<>(Operation.Kind.class);
    private SignedUrls signatures = new SignedUrls(null);
    private boolean remembered;
    private Ids ids = new Ids(null, "operations");
    private final Timeline timeline;

    Operations(Timeline timeline) {
        this.timeline = timeline;
        timeline.on(EVENT, (event, due) -> end(event.subject(), due));
    }

    /** Says what the operations of this kind do when their time has come. A kind has one work. */
    void on(Operation.Kind kind, Work work) {
        if (works.putIfAbsent(kind, work) != null) {
            throw new IllegalStateException("Operations of the kind " + kind + " have their work already");
        }
    }

    /**
     * Says what remains of the operations of this kind that are bound to fail ({@link Operation#doom}), in place of their work.
     * A kind without such a clean-up just fails.
     *
     * @param cleanup returns the failure to tell, or null when the failure is told elsewhere, as by a job
     */
    void onFailure(Operation.Kind kind, Work cleanup) {
        if (failures.putIfAbsent(kind, cleanup) != null) {
            throw new IllegalStateException("Operations of the kind " + kind + " have their clean-up already");
        }
    }

    ObjectNode saveSignatures() {
        return signatures.save();
    }

    /** The URLs that were handed out before the world was saved verify again. */
    void loadSignatures(JsonNode saved) {
        signatures = SignedUrls.load(saved);
        remembered = true;
    }

    /** Names and signatures are the same for the same seed; with null, ever new ones. */
    void seed(@Nullable Long newSeed) {
        // A world that goes on must not make the names again that it has made already.
        ids = new Ids(newSeed, byName.isEmpty() ? "operations" : "operations" + byName.size());
        signatures = remembered ? signatures : new SignedUrls(newSeed);
    }

    /** Base64 of two GUIDs: the vault's and a new one. */
    private String name(Vault vault) {
        String guids = vault.operationsGuid() + ";" + ids.guid();
        return Base64.getEncoder().encodeToString(guids.getBytes(StandardCharsets.UTF_8));
    }

    /** Starts work that ends after this service time; {@code detail} is what it has to know then. */
    Operation start(Operation.Kind kind, Vault vault, ArmId subject, Call cause, Duration takes, ObjectNode detail) {
        Operation operation = new Operation(name(vault), kind, vault, subject, cause, detail);
        byName.put(operation.name(), operation);
        timeline.at(cause.at().plus(takes), new Event(EVENT, operation.name(), 0));
        return operation;
    }

    /** Starts work that has nothing more to know. */
    Operation start(Operation.Kind kind, Vault vault, ArmId subject, Call cause, Duration takes) {
        return start(kind, vault, subject, cause, takes, JsonNodeFactory.instance.objectNode());
    }

    private void end(String name, Instant due) {
        Operation operation = byName.get(name);
        if (operation != null) {
            DppError doom = operation.doom();
            Work work = (doom == null ? works : failures).get(operation.kind());
            operation.end(due, work == null ? doom : work.run(operation, due));
        }
    }

    /** All of them, in no order. */
    Collection<Operation> all() {
        return byName.values();
    }

    /** Takes in an operation that was once saved; its end is an event of the timeline. */
    void add(Operation operation) {
        byName.put(operation.name(), operation);
    }

    /** The operation of this name, or null. Names are base64 and therefore have case. */
    @Nullable
    Operation get(String name) {
        return byName.get(name);
    }

    /**
     * Whether the URL may be used for the operation: a signed one only byte for byte. One without any signature, as the SDKs
     * make it of the operation's ID, is taken (assumed: the service was never asked).
     */
    boolean accepts(Operation operation, RequestLine line) {
        boolean unsigned = Collections.disjoint(line.query().keySet(), Set.of("t", "c", "s", "h"));
        return !operation.version().isSigned() || unsigned || signatures.verifies(line);
    }

    /** Where the status is told at first: since 2023 in the vault, before in the location. */
    String statusUrl(Operation operation, Call call) {
        return operation.version().isSigned()
                ? url(operation, call, operation.vault() + "/operationStatus/")
                : locationStatusUrl(operation, call);
    }

    String locationStatusUrl(Operation operation, Call call) {
        return url(operation, call, location(operation) + "/operationStatus/");
    }

    String locationResultUrl(Operation operation, Call call) {
        return url(operation, call, location(operation) + "/operationResults/");
    }

    /** Where the result of a PUT of an instance is: below the instance. */
    String subjectResultUrl(Operation operation, Call call) {
        return url(operation, call, operation.subject() + "/operationResults/");
    }

    /** Where the result of an export of jobs is. */
    String exportUrl(Operation operation, Call call) {
        return url(operation, call, operation.vault() + "/backupJobs/operations/");
    }

    /** The AAO of a vault's DELETE, in a group and a location: in no contract, but seen live in 2023. */
    String groupLocationStatusUrl(Operation operation, Call call) {
        String path = operation.vault().groupId() + "/providers/Microsoft.DataProtection/locations/"
                + operation.region() + "/operationStatus/";
        return url(operation, call, path);
    }

    private static String location(Operation operation) {
        return "/subscriptions/" + operation.vault().subscription() + "/providers/Microsoft.DataProtection/locations/"
                + operation.region();
    }

    private String url(Operation operation, Call call, String path) {
        String whole = path + operation.name();
        String query = operation.version().isSigned()
                ? signatures.sign(whole, operation.version(), call.at())
                : "api-version=" + operation.version().text();
        return call.origin() + whole + "?" + query;
    }
}
