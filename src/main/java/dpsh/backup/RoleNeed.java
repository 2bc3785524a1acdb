package dpsh.backup;

import dpsh.arm.ResourceId;
import java.util.List;

/** A role that the vault's identity must hold at a scope or above it. Source: the "Assign permissions" part of the articles. */
public record RoleNeed(Role role, ResourceId scope) {
    /** What protecting this needs, in the order in which it is granted. */
    public static List<RoleNeed> of(InstanceDraft draft) {
        return switch (draft.kind()) {
            case DISK ->
                draft.snapshotGroup() == null
                        ? List.of(new RoleNeed(Role.DISK_BACKUP_READER, draft.datasource()))
                        : List.of(
                                new RoleNeed(Role.DISK_BACKUP_READER, draft.datasource()),
                                new RoleNeed(Role.DISK_SNAPSHOT_CONTRIBUTOR, draft.snapshotGroup()));
            case BLOB -> List.of(new RoleNeed(Role.STORAGE_ACCOUNT_BACKUP_CONTRIBUTOR, draft.datasource()));
        };
    }

    /** Whether the assignment satisfies it: the same role by ID, the same principal, at the scope or above. */
    public boolean isMetBy(RoleAssignment assignment, String principalId) {
        return role.id().equals(assignment.roleId())
                && assignment.principalId().equalsIgnoreCase(principalId)
                && scope.isWithin(assignment.scope());
    }
}
