package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What ARM itself checks in the body of a PUT, whatever the provider. */
final class ArmBodies {
    private ArmBodies() {}

    /** The location of a body. Refuses a body without one, or with another one than the resource that is there. */
    static String location(ObjectNode body, ArmId id, String known) {
        String location = CaseBlind.text(body, "location");
        if (location == null || location.isBlank()) {
            throw Refusal.arm(400, "LocationRequired", "The location property is required for this definition.");
        }
        if (!known.isEmpty() && !Vault.normalLocation(known).equals(Vault.normalLocation(location))) {
            throw Refusal.arm(
                    409,
                    "InvalidResourceLocation",
                    "The resource '" + id.name() + "' already exists in location '" + known + "' in resource group '"
                            + id.group() + "'. A resource with the same name cannot be created in location '"
                            + location + "'. Please select a new resource name.");
        }
        return location;
    }

    /** The tags of a PATCH replace those of the resource, its properties are laid over them. */
    static ObjectNode patched(ObjectNode body, ObjectNode patch) {
        ObjectNode changed = body.deepCopy();
        CaseBlind.copy(patch, changed, "tags", "sku", "identity", "kind");
        JsonNode properties = CaseBlind.member(patch, "properties");
        if (properties instanceof ObjectNode given && changed.path("properties") instanceof ObjectNode own) {
            own.setAll(given.deepCopy());
        }
        return changed;
    }
}
