package dpsh.backup;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A disk or storage account as its own provider shows it.
 *
 * @param sku the SKU's name, such as {@code Premium_LRS}, or null
 * @param sizeGb the disk's size in GiB, or null for a storage account
 * @param state the provider's word for its state ("Attached"), or null
 * @param hierarchical whether the account has a hierarchical namespace; false for disks
 * @param raw the provider's own JSON, for output only
 */
public record Datasource(
        ResourceId id,
        DatasourceKind kind,
        Location location,
        @Nullable String sku,
        @Nullable Long sizeGb,
        @Nullable String state,
        boolean hierarchical,
        Map<String, String> tags,
        String raw) {
    public Datasource {
        tags = Map.copyOf(tags);
    }

    public String name() {
        return id.name();
    }
}
