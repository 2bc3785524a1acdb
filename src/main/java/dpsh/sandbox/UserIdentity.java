package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A user-assigned managed identity, in the shape of Microsoft.ManagedIdentity (assumed from its public contract).
 *
 * @param body as a GET answers it
 */
record UserIdentity(ArmId id, ObjectNode body) implements Bodied {
    static final String TYPE = "Microsoft.ManagedIdentity/userAssignedIdentities";

    /** The identity that a PUT of this body makes; its principal and client are the same in every world. */
    static UserIdentity made(ArmId id, ObjectNode given, String tenant) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        CaseBlind.copy(given, json, "location", "tags");
        if (!json.has("tags")) {
            json.putObject("tags");
        }
        json.put("id", id.text()).put("name", id.name()).put("type", TYPE);
        json.putObject("properties")
                .put("tenantId", tenant)
                .put("principalId", principalOf(id))
                .put("clientId", clientOf(id));
        return new UserIdentity(id, json);
    }

    /** The object ID that an identity is made with: the same in every world. */
    static String principalOf(ArmId id) {
        return guid("principal of " + id.key());
    }

    /** The client ID that an identity is made with: the same in every world. */
    static String clientOf(ArmId id) {
        return guid("client of " + id.key());
    }

    private static String guid(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The object ID that roles are assigned to. */
    String principalId() {
        return body.path("properties").path("principalId").asText();
    }

    String clientId() {
        return body.path("properties").path("clientId").asText();
    }
}
