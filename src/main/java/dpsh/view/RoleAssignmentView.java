package dpsh.view;

import dpsh.backup.Role;
import dpsh.backup.RoleAssignment;
import java.util.List;

/** Role assignments: which role, at which scope, to whom. */
public final class RoleAssignmentView implements View<RoleAssignment> {
    private static final Noun NOUN = Noun.of("role assignment");
    private static final List<Column> COLUMNS = List.of(Column.of("role"), Column.of("scope"), Column.of("principal"));

    @Override
    public Listing listing(List<RoleAssignment> assignments) {
        return new Listing(
                NOUN,
                COLUMNS,
                assignments.stream()
                        .map(assignment -> new Listing.Row(
                                List.of(
                                        role(assignment),
                                        Cell.of(new ScopeName(assignment.scope()).words()),
                                        Cell.of(assignment.principalId())),
                                assignment.raw()))
                        .toList(),
                null);
    }

    @Override
    public Detail detail(RoleAssignment assignment) {
        return Detail.of(
                List.of(
                        Detail.Field.of("role", role(assignment)),
                        Detail.Field.of("definition", assignment.roleId().toString()),
                        Detail.Field.of("scope", assignment.scope().toString()),
                        Detail.Field.of("principal", assignment.principalId()),
                        Detail.Field.of("id", assignment.id().toString())),
                assignment.raw());
    }

    private static Cell role(RoleAssignment assignment) {
        Role role = Role.of(assignment.roleId());
        return Cell.of(role == null ? assignment.roleId().toString() : role.label());
    }
}
