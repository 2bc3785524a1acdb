package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vault's identities.
 *
 * @param principalId the system-assigned one's object ID, or null when there is none
 * @param users the user-assigned ones, their IDs as they were sent
 */
record Identity(@Nullable String principalId, String tenantId, List<AssignedIdentity> users) {
    Identity {
        users = List.copyOf(users);
    }

    /** A system-assigned identity alone. */
    static Identity system(String principalId, String tenantId) {
        return new Identity(principalId, tenantId, List.of());
    }

    /** The user-assigned one of this ID, or null. */
    @Nullable
    AssignedIdentity user(ArmId id) {
        return users.stream().filter(user -> user.id().equals(id)).findFirst().orElse(null);
    }

    /** As in a vault's body. User-assigned ones are known once it is provisioned (az recording ..with_uami.., 2025-04). */
    ObjectNode json(boolean provisioned) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        boolean both = principalId != null && !users.isEmpty();
        json.put(
                "type", both ? "SystemAssigned,UserAssigned" : principalId != null ? "SystemAssigned" : "UserAssigned");
        if (!users.isEmpty()) {
            ObjectNode shown = json.putObject("userAssignedIdentities");
            for (AssignedIdentity user : users) {
                ObjectNode one = shown.putObject(user.id().text());
                if (provisioned) {
                    one.put("clientId", user.clientId()).put("principalId", user.principalId());
                }
            }
        }
        if (principalId != null) {
            json.put("principalId", principalId);
        }
        return json.put("tenantId", tenantId);
    }

    static Identity load(JsonNode saved) {
        List<AssignedIdentity> users = new ArrayList<>();
        saved.path("userAssignedIdentities")
                .properties()
                .forEach(user -> users.add(new AssignedIdentity(
                        ArmId.of(user.getKey()),
                        user.getValue().path("principalId").asText(),
                        user.getValue().path("clientId").asText())));
        return new Identity(
                saved.has("principalId") ? saved.path("principalId").asText() : null,
                saved.path("tenantId").asText(),
                users);
    }
}
