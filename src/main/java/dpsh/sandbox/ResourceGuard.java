package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource guard: what it watches over, in the shape of az's recordings (resource_guard_create_and_delete, 2024-05;
 * resource_guard_update, 2023-06).
 *
 * @param exclusions operations that it leaves out, as they were sent; words that nobody knows are kept
 * @param description shown by the proxies that name this guard (PowerShell recording, 2023-08)
 */
record ResourceGuard(
        ArmId id,
        String location,
        @Nullable JsonNode tags,
        List<String> exclusions,
        @Nullable String description) implements Stored {
    static final String TYPE = "Microsoft.DataProtection/resourceGuards";
    private static final String EXCLUSIONS = "vaultCriticalOperationExclusionList";

    ResourceGuard {
        exclusions = List.copyOf(exclusions);
    }

    /** A guard from a request's body. Refuses a list of exclusions that is no list of texts. */
    static ResourceGuard of(ArmId id, String location, JsonNode body) {
        JsonNode properties = CaseBlind.member(body, "properties");
        JsonNode list = CaseBlind.member(properties, EXCLUSIONS);
        List<String> exclusions = new ArrayList<>();
        if (list != null) {
            for (JsonNode each : list) {
                if (!each.isTextual()) {
                    throw Refusal.dpp(400, Findings.invalidInput("Name the operations to exclude."));
                }
                exclusions.add(each.asText());
            }
        }
        return new ResourceGuard(
                id, location, CaseBlind.member(body, "tags"), exclusions, CaseBlind.text(properties, "description"));
    }

    ResourceGuard tagged(JsonNode newTags) {
        return new ResourceGuard(id, location, newTags, exclusions, description);
    }

    /** Whether it keeps requests under this name. */
    boolean keeps(String requests) {
        return GuardedOperation.without(exclusions).stream()
                .anyMatch(each -> each.requests().equalsIgnoreCase(requests));
    }

    @Override
    public ObjectNode json(ApiVersion version) {
        ObjectNode own = JsonNodeFactory.instance.objectNode().put("location", location);
        if (tags != null) {
            own.set("tags", tags.deepCopy());
        }
        ObjectNode properties = own.putObject("properties").put("provisioningState", "Succeeded");
        ArrayNode operations = properties.putArray("resourceGuardOperations");
        for (GuardedOperation each : GuardedOperation.without(exclusions)) {
            if (each.isIn(version)) {
                operations
                        .addObject()
                        .put("vaultCriticalOperation", each.operation())
                        .put("requestResourceType", each.requestType());
            }
        }
        exclusions.forEach(properties.putArray(EXCLUSIONS)::add);
        properties.put("allowAutoApprovals", true);
        if (description != null) {
            properties.put("description", description);
        }
        return Resource.body(version, this, TYPE, own);
    }

    ObjectNode save() {
        ObjectNode saved =
                JsonNodeFactory.instance.objectNode().put("id", id.text()).put("location", location);
        if (tags != null) {
            saved.set("tags", tags.deepCopy());
        }
        ObjectNode properties = saved.putObject("properties");
        exclusions.forEach(properties.putArray(EXCLUSIONS)::add);
        if (description != null) {
            properties.put("description", description);
        }
        return saved;
    }

    static ResourceGuard load(JsonNode saved) {
        return of(ArmId.of(saved.path("id").asText()), saved.path("location").asText(), saved);
    }
}
