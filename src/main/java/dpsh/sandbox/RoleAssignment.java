package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A role that a principal holds at a scope.
 *
 * @param name a GUID, unique in the tenant
 * @param effective when the assignment begins to act
 */
record RoleAssignment(
        String name,
        ArmId scope,
        Role role,
        String principal,
        String principalType,
        String createdBy,
        Instant created,
        Instant effective) {

    /** The same, acting from this time on. */
    RoleAssignment acting(Instant from) {
        return new RoleAssignment(name, scope, role, principal, principalType, createdBy, created, from);
    }

    boolean isSame(ArmId otherScope, Role otherRole, String otherPrincipal) {
        return scope.equals(otherScope)
                && role.id().equals(otherRole.id())
                && principal.equalsIgnoreCase(otherPrincipal);
    }

    /** As the PUT that makes it answers: who made it is not told yet (recorded 2023). */
    ObjectNode fresh() {
        ObjectNode json = json();
        if (json.path("properties") instanceof ObjectNode properties) {
            properties.putNull("createdBy");
        }
        return json;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = json.putObject("properties");
        properties.put("roleDefinitionId", role.definitionId("/subscriptions/" + scope.subscription()));
        properties.put("principalId", principal);
        properties.put("principalType", principalType);
        properties.put("scope", scope.text());
        properties.put("condition", (@Nullable String) null);
        properties.put("conditionVersion", (@Nullable String) null);
        properties.put("createdOn", DotNetTime.precise(created));
        properties.put("updatedOn", DotNetTime.precise(created));
        properties.put("createdBy", createdBy);
        properties.put("updatedBy", createdBy);
        properties.put("delegatedManagedIdentityResourceId", (@Nullable String) null);
        properties.put("description", (@Nullable String) null);
        json.put("id", scope + "/providers/Microsoft.Authorization/roleAssignments/" + name);
        json.put("type", "Microsoft.Authorization/roleAssignments");
        json.put("name", name);
        return json;
    }
}
