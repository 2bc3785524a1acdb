package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A resource group.
 *
 * @param body as a GET answers it
 */
record ResourceGroup(ArmId id, ObjectNode body) implements Bodied {
    static final String TYPE = "Microsoft.Resources/resourceGroups";

    ResourceGroup(ArmId id, String location) {
        this(id, shape(id, JsonNodeFactory.instance.objectNode().put("location", location)));
    }

    /** The group that a PUT of this body makes. */
    static ResourceGroup made(ArmId id, ObjectNode given) {
        return new ResourceGroup(id, shape(id, given));
    }

    boolean isBeingDeleted() {
        return body.at("/properties/provisioningState").asText().equals("Deleting");
    }

    /** What a change within it is refused with while it goes away. */
    Refusal beingDeleted() {
        return Refusal.arm(
                409,
                "ResourceGroupBeingDeleted",
                "The resource group '" + id.group()
                        + "' is in deprovisioning state and cannot perform this operation.");
    }

    private static ObjectNode shape(ArmId id, ObjectNode given) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id.text()).put("name", id.name()).put("type", TYPE);
        CaseBlind.copy(given, json, "location", "managedBy", "tags");
        json.putObject("properties").put("provisioningState", "Succeeded");
        return json;
    }
}
