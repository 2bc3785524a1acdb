package dpsh.backup;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;

/**
 * A resource group.
 *
 * @param raw the service's own JSON, for output only
 */
public record ResourceGroup(ResourceId id, Location location, String raw) {
    public String name() {
        return id.name();
    }
}
