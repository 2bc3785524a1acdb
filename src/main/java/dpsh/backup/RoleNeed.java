package dpsh.backup;

import dpsh.arm.ResourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role that the vault's identity must hold at a scope or above it. Source: the "Assign permissions" part of the articles. */
public record RoleNeed(Role role, ResourceId scope) {
    /** What protecting this needs, in the order in which it is granted. */
    public static List<RoleNeed> of(InstanceDraft draft) {
        return of(draft.kind(), draft.datasource(), draft.snapshotGroup());
    }

    /** The same, before there is a draft. */
    public static List<RoleNeed> of(DatasourceKind kind, ResourceId datasource, @Nullable ResourceId snapshotGroup) {
        return switch (kind) {
            case DISK ->
                snapshotGroup == null
                        ? List.of(new RoleNeed(Role.DISK_BACKUP_READER, datasource))
                        : List.of(
                                new RoleNeed(Role.DISK_BACKUP_READER, datasource),
                                new RoleNeed(Role.DISK_SNAPSHOT_CONTRIBUTOR, snapshotGroup));
            case BLOB -> List.of(new RoleNeed(Role.STORAGE_ACCOUNT_BACKUP_CONTRIBUTOR, datasource));
        };
    }

    /** Whether the assignment satisfies it: the same role by ID, the same principal, at the scope or above. */
    public boolean isMetBy(RoleAssignment assignment, String principalId) {
        return role.id().equals(assignment.roleId())
                && assignment.principalId().equalsIgnoreCase(principalId)
                && assignment.reaches(scope);
    }
}
