package dpsh.backup;

import dpsh.arm.ResourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup instance that was deleted from a vault with soft delete: its data is kept for some days, and it can be brought back
 * (wire notes, section 3.9).
 *
 * @param friendlyName as the service fills it; for showing only
 * @param datasource what was protected, or null when the service's text is no ID
 * @param policy the policy's ID, or null when the service's text is no ID
 * @param deleted when it was deleted, or null when the service does not say
 * @param purge when its data goes for good, or null when the service does not say
 * @param raw the service's own JSON, for output only
 */
public record DeletedInstance(
        ResourceId id,
        String friendlyName,
        @Nullable ResourceId datasource,
        String datasourceType,
        @Nullable ResourceId policy,
        ProtectionState state,
        @Nullable Instant deleted,
        @Nullable Instant purge,
        String raw) {
    public static final String TYPE = "Microsoft.DataProtection/backupVaults/deletedBackupInstances";

    /** The same as before it was deleted. */
    public String name() {
        return id.name();
    }

    /** The vault that keeps it. */
    public ResourceId vault() {
        ResourceId vault = id.parent();
        if (vault == null) {
            throw new IllegalStateException("a deleted backup instance outside of a vault: " + id);
        }
        return vault;
    }

    /** The ID that it had, and has again when it is undeleted. */
    public ResourceId instance() {
        return vault().child("backupInstances", name());
    }
}
