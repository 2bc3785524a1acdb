package dpsh.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.arm.SubscriptionId;
import dpsh.backup.Role;
import org.jspecify.annotations.Nullable;

/** The body that assigns a role (Microsoft.Authorization 2022-04-01). */
public final class RoleAssignmentBody {
    private RoleAssignmentBody() {}

    /**
     * {@code principalType} spares the service a look-up of the principal, which fails while a new identity is still being
     * replicated.
     */
    public static String of(@Nullable SubscriptionId subscription, Role role, String principalId) {
        ObjectNode body = Fields.MAPPER.createObjectNode();
        body.putObject("properties")
                .put(
                        "roleDefinitionId",
                        (subscription == null ? "" : "/subscriptions/" + subscription)
                                + "/providers/Microsoft.Authorization/roleDefinitions/" + role.id())
                .put("principalId", principalId)
                .put("principalType", "ServicePrincipal");
        return body.toString();
    }
}
