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
 * @param softDeleteDays how many days deleted backup data is kept, or null when the service does not say
 * @param raw the service's own JSON, for output only
 */
public record Vault(
        ResourceId id,
        Location location,
        String provisioningState,
        @Nullable String principalId,
        @Nullable String redundancy,
        @Nullable String softDelete,
        @Nullable Integer softDeleteDays,
        String raw) {
    public static final String TYPE = "Microsoft.DataProtection/backupVaults";

    /** A vault that does not say how long it keeps what was deleted. */
    public Vault(
            ResourceId id,
            Location location,
            String provisioningState,
            @Nullable String principalId,
            @Nullable String redundancy,
            @Nullable String softDelete,
            String raw) {
        this(id, location, provisioningState, principalId, redundancy, softDelete, null, raw);
    }

    /** Whether what is deleted is kept for a while; off when the service says nothing of it. */
    public boolean softDeletes() {
        return softDelete != null && (softDelete.equalsIgnoreCase("On") || softDelete.equalsIgnoreCase("AlwaysOn"));
    }

    public String name() {
        return id.name();
    }
}
