package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A built-in role.
 *
 * @param id its GUID
 * @param actions control-plane actions; empty where our source does not list them
 */
record Role(String name, String id, List<String> actions) {
    Role {
        actions = List.copyOf(actions);
    }

    /** The definition as Microsoft.Authorization shows it below this scope: a subscription's ID, or nothing for the tenant. */
    ObjectNode json(String scope) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = json.putObject("properties");
        properties.put("roleName", name);
        properties.put("type", "BuiltInRole");
        properties.putArray("assignableScopes").add("/");
        ObjectNode permission = properties.putArray("permissions").addObject();
        actions.forEach(permission.putArray("actions")::add);
        permission.putArray("notActions");
        permission.putArray("dataActions");
        permission.putArray("notDataActions");
        json.put("id", definitionId(scope));
        json.put("type", "Microsoft.Authorization/roleDefinitions");
        json.put("name", id);
        return json;
    }

    String definitionId(String scope) {
        return scope + "/providers/Microsoft.Authorization/roleDefinitions/" + id;
    }
}
