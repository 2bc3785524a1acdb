package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A built-in role.
 *
 * @param id its GUID
 * @param actions control-plane actions, for some roles only those that matter here; empty where our source does not list them
 */
record Role(
        String name,
        String id,
        String description,
        List<String> actions,
        @Nullable List<String> notActions,
        @Nullable List<String> dataActions) {
    private static final String CREATED = "2021-12-15T00:11:18.7923763Z";
    private static final String UPDATED = "2021-12-15T00:11:18.7923763Z";

    Role {
        actions = List.copyOf(actions);
        notActions = notActions == null ? List.of() : List.copyOf(notActions);
        dataActions = dataActions == null ? List.of() : List.copyOf(dataActions);
    }

    /** The definition as Microsoft.Authorization shows it below this scope: a subscription's ID, or nothing for the tenant. */
    ObjectNode json(String scope) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = json.putObject("properties");
        properties.put("roleName", name);
        properties.put("type", "BuiltInRole");
        properties.put("description", description);
        properties.putArray("assignableScopes").add("/");
        properties.putArray("permissions").add(permission());
        properties.put("createdOn", CREATED);
        properties.put("updatedOn", UPDATED);
        properties.putNull("createdBy");
        properties.putNull("updatedBy");
        json.put("id", definitionId(scope));
        json.put("type", "Microsoft.Authorization/roleDefinitions");
        json.put("name", id);
        return json;
    }

    /** What it allows, as definitions and permissions show it. */
    ObjectNode permission() {
        ObjectNode permission = JsonNodeFactory.instance.objectNode();
        actions.forEach(permission.putArray("actions")::add);
        ArrayNode not = permission.putArray("notActions");
        ArrayNode data = permission.putArray("dataActions");
        if (notActions != null) {
            notActions.forEach(not::add);
        }
        if (dataActions != null) {
            dataActions.forEach(data::add);
        }
        permission.putArray("notDataActions");
        return permission;
    }

    String definitionId(String scope) {
        return scope + "/providers/Microsoft.Authorization/roleDefinitions/" + id;
    }
}
