package dpsh.backup;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * A Backup vault.
 *
 * @param principalId the object ID of its system-assigned identity, or null when it has none
 * @param redundancy the storage setting as the service spells it ("LocallyRedundant"), or null
 * @param softDelete the soft-delete state as the service spells it, or null
 * @param raw the service's own JSON, for output only
 */
public record Vault(
        ResourceId id,
        Location location,
        String provisioningState,
        @Nullable String principalId,
        @Nullable String redundancy,
        @Nullable String softDelete,
        String raw) {
    public static final String TYPE = "Microsoft.DataProtection/backupVaults";

    public String name() {
        return id.name();
    }
}
