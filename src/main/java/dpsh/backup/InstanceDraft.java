package dpsh.backup;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * A backup instance that is to be: the request that validate and create both send.
 *
 * @param name the instance's name, derived from the datasource unless the operator chose one
 * @param snapshotGroup where a disk's snapshots go, or null
 * @param given the {@code backupInstance} object of a body file with everything that stood in it, or null when dpsh built
 *     the request itself
 */
public record InstanceDraft(
        String name,
        DatasourceKind kind,
        ResourceId datasource,
        Location location,
        ResourceId policy,
        @Nullable ResourceId snapshotGroup,
        @Nullable String given) {
    /** The ID that the instance will have in the vault. */
    public ResourceId idIn(ResourceId vault) {
        return vault.child("backupInstances", name);
    }
}
