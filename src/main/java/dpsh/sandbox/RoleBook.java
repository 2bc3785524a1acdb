package dpsh.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All role assignments of the tenant, and the rules by which they are made and act. Guarded by the world's lock. */
final class RoleBook {
    private final Map<String, RoleAssignment> byName = new TreeMap<>();
    private final RoleCatalog catalog;
    private final Duration lag;

    /** @param lag how long after it was made an assignment begins to act */
    RoleBook(RoleCatalog catalog, Duration lag) {
        this.catalog = catalog;
        this.lag = lag;
    }

    RoleCatalog catalog() {
        return catalog;
    }

    @Nullable
    RoleAssignment get(String name) {
        return byName.get(name.toLowerCase(Locale.ROOT));
    }

    /** Puts an assignment that has always acted. */
    void seed(RoleAssignment assignment) {
        byName.put(assignment.name().toLowerCase(Locale.ROOT), assignment);
    }

    /** Whether this scope, role and principal are taken under any name. */
    boolean holds(ArmId scope, Role role, String principal) {
        return byName.values().stream().anyMatch(assignment -> assignment.isSame(scope, role, principal));
    }

    RoleAssignment make(
            String name, ArmId scope, Role role, String principal, String principalType, String by, Instant now) {
        RoleAssignment made = new RoleAssignment(name, scope, role, principal, principalType, by, now, now.plus(lag));
        byName.put(name.toLowerCase(Locale.ROOT), made);
        return made;
    }

    void remove(String name) {
        byName.remove(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether the principal's role acts at this scope, by an assignment there or above. The role itself is asked for: the
     * disk support matrix does not take Owner or Contributor for the named roles.
     */
    boolean acts(String principal, String roleId, ArmId scope, Instant at) {
        return byName.values().stream()
                .anyMatch(assignment -> assignment.principal().equalsIgnoreCase(principal)
                        && assignment.role().id().equals(roleId)
                        && assignment.scope().holds(scope)
                        && !assignment.effective().isAfter(at));
    }

    /** Assignments at this scope and above, and with {@code below} also those below. */
    List<RoleAssignment> around(ArmId scope, boolean below) {
        return byName.values().stream()
                .filter(assignment -> assignment.scope().holds(scope) || (below && scope.holds(assignment.scope())))
                .toList();
    }
}
