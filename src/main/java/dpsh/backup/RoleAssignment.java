package dpsh.backup;

import dpsh.arm.ResourceId;
import java.util.UUID;

/**
 * A role assignment.
 *
 * @param roleId the GUID of the role definition, whichever scope its ID was written with
 * @param scope where it holds; everything below inherits it
 * @param raw the service's own JSON, for output only
 */
public record RoleAssignment(ResourceId id, UUID roleId, String principalId, ResourceId scope, String raw) {
    /** Whether it holds at this place: at its scope, below it, or anywhere when it was made above the subscriptions. */
    public boolean reaches(ResourceId place) {
        return scope.subscription() == null || place.isWithin(scope);
    }
}
