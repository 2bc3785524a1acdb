package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Making, changing and deleting disks and snapshots. Each is accepted with 202 and two URLs; the resource is there at once and
 * the operation ends two seconds later (statuses and headers from the public contract of DiskRP; durations assumed).
 */
final class ComputeRoutes {
    private static final String SUBSCRIPTION = "/subscriptions/{subscription}";
    private static final String COMPUTE = "/providers/Microsoft.Compute";
    private static final String GROUP = SUBSCRIPTION + "/resourceGroups/{group}" + COMPUTE;
    private static final Duration TAKES = Duration.ofSeconds(2);
    private static final String PROPERTIES = "properties";
    private static final String CREATION = "creationData";

    private final World world;

    ComputeRoutes(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        for (String type : new String[] {"disks", "snapshots"}) {
            String one = GROUP + "/" + type + "/{name}";
            router.arm("PUT", one, call -> put(call, type));
            router.arm("PATCH", one, call -> patch(call, type));
            router.arm("DELETE", one, call -> delete(call, type));
        }
        router.arm("GET", SUBSCRIPTION + COMPUTE + "/locations/{location}/DiskOperations/{name}", this::operation);
    }

    private ArmId id(Call call, String type) {
        return world.group(call).id().resource("Microsoft.Compute", type, call.var("name"));
    }

    private @Nullable Bodied find(ArmId id) {
        return id.hasType(Disk.TYPE) ? world.disks.get(id) : world.snapshots.get(id);
    }

    private void keep(ArmId id, ObjectNode body) {
        if (id.hasType(Disk.TYPE)) {
            world.disks.put(new Disk(id, body));
        } else {
            world.snapshots.put(new Snapshot(id, body));
        }
    }

    private Answer put(Call call, String type) {
        ArmId id = id(call, type);
        ObjectNode given = call.json();
        Bodied known = find(id);
        ArmBodies.location(given, id, known == null ? "" : known.location());
        if (!id.name().matches("[A-Za-z0-9_][-A-Za-z0-9_.]{0,79}")) {
            throw invalid("The entity name '" + type + "' is invalid according to its validation rule.", type);
        }
        ObjectNode sized = sized(given, id, known);
        Instant created = known == null
                ? call.at()
                : Instant.parse(known.body()
                        .path(PROPERTIES)
                        .path("timeCreated")
                        .asText(call.at().toString()));
        Bodied made = id.hasType(Disk.TYPE) ? Disk.made(id, sized, created) : Snapshot.made(id, sized, created);
        keep(id, made.body());
        String kind = id.hasType(Disk.TYPE) ? "CreateUpdateDisks" : "CreateUpdateSnapshots";
        return accepted(call, id, updating(made.body()))
                .with(
                        "x-ms-ratelimit-remaining-resource",
                        "Microsoft.Compute/" + kind + "3Min;2999,Microsoft.Compute/" + kind + "30Min;24998");
    }

    /** The body with the size of its source, when it is a copy and names none. */
    private ObjectNode sized(ObjectNode given, ArmId id, @Nullable Bodied known) {
        String kind = id.hasType(Disk.TYPE) ? "disk" : "snapshot";
        ObjectNode body = given.deepCopy();
        JsonNode properties = CaseBlind.member(body, PROPERTIES);
        JsonNode creation = CaseBlind.member(properties, CREATION);
        if (properties instanceof ObjectNode own && creation == null && known != null) {
            own.set(CREATION, known.body().path(PROPERTIES).path(CREATION).deepCopy());
            return body;
        }
        String option = CaseBlind.text(creation, "createOption");
        if (!(properties instanceof ObjectNode own) || option == null) {
            throw missing(kind + "." + CREATION);
        }
        boolean hasSize = CaseBlind.member(own, "diskSizeGB") != null;
        if (option.equalsIgnoreCase("Empty") && !hasSize) {
            throw missing(kind + ".diskSizeGB");
        }
        if (option.equalsIgnoreCase("Copy")) {
            String source = CaseBlind.text(creation, "sourceResourceId");
            if (source == null) {
                throw missing(kind + ".creationData.sourceResourceId");
            }
            ArmId sourceId = ArmId.parse(source);
            Bodied found = sourceId == null ? null : find(sourceId);
            if (found == null) {
                throw Refusal.arm(404, "NotFound", "Resource " + source + " is not found.");
            }
            if (!hasSize) {
                own.put(
                        "diskSizeGB",
                        found.body().path(PROPERTIES).path("diskSizeGB").asInt());
            }
        }
        return body;
    }

    private static Refusal missing(String parameter) {
        return invalid("Required parameter '" + parameter + "' is missing (null).", parameter);
    }

    private static Refusal invalid(String message, String target) {
        return Refusal.arm(400, "InvalidParameter", message).at(target);
    }

    private static ObjectNode updating(ObjectNode body) {
        ObjectNode shown = body.deepCopy();
        if (shown.path(PROPERTIES) instanceof ObjectNode properties) {
            properties.put("provisioningState", "Updating");
        }
        return shown;
    }

    private Answer patch(Call call, String type) {
        ArmId id = id(call, type);
        Bodied known = find(id);
        if (known == null) {
            throw Refusal.resourceNotFound(id);
        }
        ObjectNode changed = ArmBodies.patched(known.body(), call.json());
        keep(id, changed);
        return accepted(call, id, updating(changed));
    }

    private Answer delete(Call call, String type) {
        ArmId id = id(call, type);
        Bodied known = find(id);
        if (known == null) {
            return Answer.empty(204);
        }
        ArmWorks.Work work = world.works.start(id, call.at(), TAKES);
        if (id.hasType(Disk.TYPE)) {
            world.disks.remove(id);
        } else {
            world.snapshots.remove(id);
        }
        return headers(Answer.empty(202), call, work, known.location());
    }

    private Answer accepted(Call call, ArmId id, ObjectNode body) {
        ArmWorks.Work work = world.works.start(id, call.at(), TAKES);
        return headers(Answer.json(202, body), call, work, body.path("location").asText());
    }

    private static Answer headers(Answer answer, Call call, ArmWorks.Work work, String location) {
        String url = call.origin() + "/subscriptions/" + work.subject().subscription() + COMPUTE + "/locations/"
                + Vault.normalLocation(location) + "/DiskOperations/" + work.name() + "?p=" + work.name();
        String version = "&api-version=" + call.version().text();
        return answer.with("Azure-AsyncOperation", url + version)
                .with("Location", url + "&monitor=true" + version)
                .with("Retry-After", "2");
    }

    /** With {@code monitor=true} the result, else the status. */
    private Answer operation(Call call) {
        ArmWorks.Work work = world.works.get(call.var("name"));
        if (work == null) {
            throw Refusal.arm(404, "NotFound", "The operation '" + call.var("name") + "' could not be found.");
        }
        boolean running = work.isRunning(call.at());
        Bodied result = find(work.subject());
        if ("true".equals(call.query("monitor"))) {
            if (running) {
                return Answer.empty(202)
                        .with(
                                "Location",
                                call.origin() + call.line().rawPath() + "?"
                                        + call.line().rawQuery())
                        .with("Retry-After", "2");
            }
            return result == null ? Answer.empty(200) : Answer.json(200, result.body());
        }
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("startTime", offset(work.started()));
        if (!running) {
            status.put("endTime", offset(work.due()));
        }
        status.put("status", running ? "InProgress" : "Succeeded");
        if (!running && result != null) {
            status.putObject(PROPERTIES).set("output", result.body().deepCopy());
        }
        status.put("name", work.name());
        Answer answer = Answer.json(200, status);
        return running ? answer.with("Retry-After", "2") : answer;
    }

    private static String offset(Instant time) {
        return DotNetTime.precise(time).replace("Z", "+00:00");
    }
}
