package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Microsoft.Authorization: role definitions and role assignments at any scope. Conflicts as in wire notes section 12. */
final class RoleRoutes {
    private static final String GUID = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
    private static final String ASSIGNMENTS = "/{scope...}/providers/Microsoft.Authorization/roleAssignments";
    private static final String DEFINITIONS = "/{scope...}/providers/Microsoft.Authorization/roleDefinitions";

    private final World world;

    RoleRoutes(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.arm("GET", ASSIGNMENTS, this::list);
        router.arm("GET", ASSIGNMENTS + "/{name}", this::get);
        router.arm("PUT", ASSIGNMENTS + "/{name}", this::put);
        router.arm("DELETE", ASSIGNMENTS + "/{name}", this::delete);
        router.arm("GET", DEFINITIONS, this::definitions);
        router.arm("GET", DEFINITIONS + "/{name}", this::definition);
        router.arm("GET", "/{scope...}/providers/Microsoft.Authorization/permissions", this::permissions);
    }

    private ArmId scope(Call call) {
        ArmId scope = ArmId.parse(call.var("scope"));
        if (scope == null) {
            throw Refusal.arm(400, "InvalidScope", "The scope '" + call.var("scope") + "' is not valid.");
        }
        return world.scope(scope);
    }

    /** Where definitions are shown: below the scope's subscription, or in the tenant. */
    private String definitionScope(Call call) {
        return call.var("scope").equals("/")
                ? ""
                : "/subscriptions/" + scope(call).subscription();
    }

    private Answer list(Call call) {
        ArmId scope = scope(call);
        RoleFilter filter = RoleFilter.parse(call.query("$filter"));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode value = body.putArray("value");
        world.roles.around(scope, !filter.atScope()).stream()
                .filter(assignment -> filter.takes(assignment.principal()))
                .forEach(assignment -> value.add(assignment.json()));
        return Answer.json(200, body);
    }

    private Answer get(Call call) {
        RoleAssignment found = at(scope(call), call.var("name"));
        if (found == null) {
            throw Refusal.arm(
                    404, "RoleAssignmentNotFound", "The role assignment '" + call.var("name") + "' is not found.");
        }
        return Answer.json(200, found.json());
    }

    private Answer put(Call call) {
        ArmId scope = scope(call);
        checkGuid(call.var("name"), "InvalidRoleAssignmentId", "The role assignment ID", "The role assignment ID");
        JsonNode properties = CaseBlind.member(call.json(), "properties");
        String principal = CaseBlind.text(properties, "principalId");
        String definition = CaseBlind.text(properties, "roleDefinitionId");
        String type = CaseBlind.text(properties, "principalType");
        if (principal == null || definition == null || !isPrincipalType(type)) {
            throw Refusal.arm(400, "BadRequestFormat", "The request was incorrectly formatted.");
        }
        checkGuid(principal, "InvalidPrincipalId", "The Principal ID", "Principal ID");
        Role role = role(definition);
        RoleAssignment same = world.roles.get(call.var("name"));
        if (same != null && same.isSame(scope, role, principal)) {
            return Answer.json(200, same.json());
        }
        checkConflicts(call, scope, role, principal, same);
        RoleAssignment made = world.roles.make(
                call.var("name"),
                scope,
                role,
                principal,
                type == null ? "ServicePrincipal" : type,
                call.caller().objectId(),
                call.at());
        return Answer.json(201, made.fresh());
    }

    /** The role of a definition's ID. Refuses one that is no GUID, and one that is not there. */
    private Role role(String definition) {
        String guid = definition.substring(definition.lastIndexOf('/') + 1);
        checkGuid(guid, "InvalidRoleDefinitionId", "The role definition ID", "The role definition ID");
        Role role = world.roles.catalog().byId(guid);
        if (role == null) {
            throw Refusal.arm(
                    404,
                    "RoleDefinitionDoesNotExist",
                    "The specified role definition with ID '" + guid.replace("-", "") + "' does not exist.");
        }
        return role;
    }

    private @Nullable RoleAssignment at(ArmId scope, String name) {
        RoleAssignment found = world.roles.get(name);
        return found != null && found.scope().equals(scope) ? found : null;
    }

    /** Wordings: Azure/azure-service-operator issue 2586 and Azure/azure-powershell issue 16627. */
    private static void checkGuid(String text, String code, String what, String must) {
        if (!text.matches(GUID)) {
            throw Refusal.arm(400, code, what + " '" + text + "' is not valid. " + must + " must be a GUID.");
        }
    }

    private static boolean isPrincipalType(@Nullable String type) {
        return type == null || type.matches("(?i)User|Group|ServicePrincipal|ForeignGroup|Device");
    }

    private void checkConflicts(Call call, ArmId scope, Role role, String principal, @Nullable RoleAssignment same) {
        if (same != null) {
            throw Refusal.arm(
                    409,
                    "RoleAssignmentUpdateNotPermitted",
                    "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.");
        }
        if (world.roles.holds(scope, role, principal)) {
            throw Refusal.arm(409, "RoleAssignmentExists", "The role assignment already exists.");
        }
        if (!world.directory.finds(principal, call.at())) {
            throw Refusal.arm(
                    400,
                    "PrincipalNotFound",
                    "Principal " + principal + " does not exist in the directory " + world.directory.tenant()
                            + ". Check that you have the correct principal ID. If you are creating this principal and"
                            + " then immediately assigning a role, this error might be related to a replication"
                            + " delay. In this case, set the role assignment principalType property to a value, such"
                            + " as ServicePrincipal, User, or Group.  See https://aka.ms/docs-principaltype");
        }
    }

    private Answer delete(Call call) {
        RoleAssignment found = at(scope(call), call.var("name"));
        if (found == null) {
            return Answer.empty(204);
        }
        world.roles.remove(found.name());
        return Answer.json(200, found.json());
    }

    private Answer definitions(Call call) {
        String scope = definitionScope(call);
        DefinitionFilter filter = DefinitionFilter.parse(call.query("$filter"));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode value = body.putArray("value");
        world.roles.catalog().all().stream().filter(filter::takes).forEach(role -> value.add(role.json(scope)));
        return Answer.json(200, body);
    }

    /** The caller's permissions at a scope: all of them for the operator, those of its roles for anybody else. */
    private Answer permissions(Call call) {
        ArmId scope = scope(call);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode value = body.putArray("value");
        if (call.caller().equals(Caller.OPERATOR)) {
            ObjectNode all = value.addObject();
            all.putArray("actions").add("*");
            all.putArray("notActions");
            all.putArray("dataActions");
            all.putArray("notDataActions");
        }
        world.roles.around(scope, false).stream()
                .filter(held -> held.principal().equalsIgnoreCase(call.caller().objectId()))
                .forEach(held -> value.add(held.role().permission()));
        return Answer.json(200, body);
    }

    private Answer definition(Call call) {
        String scope = definitionScope(call);
        Role role = role(call.var("name"));
        return Answer.json(200, role.json(scope));
    }
}
