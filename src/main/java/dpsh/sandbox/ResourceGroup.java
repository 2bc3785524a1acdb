package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A resource group. */
record ResourceGroup(ArmId id, String location) implements Stored {
    @Override
    public ObjectNode json(ApiVersion version) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id.text());
        json.put("name", id.name());
        json.put("type", "Microsoft.Resources/resourceGroups");
        json.put("location", location);
        json.putObject("properties").put("provisioningState", "Succeeded");
        return json;
    }
}
