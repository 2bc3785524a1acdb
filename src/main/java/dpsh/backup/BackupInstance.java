package dpsh.backup;

import dpsh.arm.ErrorBody;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backup instance: the protection of one datasource in one vault.
 *
 * @param friendlyName as the service fills it; for showing only
 * @param datasource the protected resource, or null when the service's text is no ID
 * @param datasourceType as the service spells it
 * @param policy the policy's ID, or null when the service's text is no ID
 * @param snapshotGroup the snapshot resource group of a disk, or null
 * @param containers the containers of a vaulted blob backup; empty otherwise
 * @param error why it is in an error state, or null
 * @param raw the service's own JSON, for output only
 */
public record BackupInstance(
        ResourceId id,
        String friendlyName,
        @Nullable ResourceId datasource,
        String datasourceType,
        @Nullable Location location,
        @Nullable ResourceId policy,
        @Nullable ResourceId snapshotGroup,
        List<String> containers,
        ProtectionState state,
        String provisioningState,
        @Nullable ErrorBody error,
        String raw) {
    public static final String TYPE = "Microsoft.DataProtection/backupVaults/backupInstances";

    public BackupInstance {
        containers = List.copyOf(containers);
    }

    public String name() {
        return id.name();
    }

    /** The vault that holds it. */
    public ResourceId vault() {
        ResourceId vault = id.parent();
        if (vault == null) {
            throw new IllegalStateException("a backup instance outside of a vault: " + id);
        }
        return vault;
    }
}
