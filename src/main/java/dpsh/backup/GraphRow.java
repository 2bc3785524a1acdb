package dpsh.backup;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * A row of Resource Graph, with the columns that dpsh's own queries project.
 *
 * @param type the ARM type in lower case
 * @param detail the SKU of a disk or account, the protection state of an instance; or null
 * @param datasource what an instance protects, or null
 * @param datasourceType of an instance, or of what a policy protects, as the service spells it; or null
 */
public record GraphRow(
        ResourceId id,
        String name,
        String type,
        @Nullable Location location,
        @Nullable String detail,
        @Nullable ResourceId datasource,
        @Nullable String datasourceType) {}
