package dpsh.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All role assignments of the tenant, and the rules by which they are made and act. Guarded by the world's lock. */
final class RoleBook {
    private final Map<String, RoleAssignment> byName = new HashMap<>();
    private final TreeMap<String, List<RoleAssignment>> byScope = new TreeMap<>();
    private final RoleCatalog catalog;
    private final Duration lag;
    private final Conditions conditions;

    /** @param lag how long after it was made an assignment begins to act, unless a fault says otherwise */
    RoleBook(RoleCatalog catalog, Duration lag, Conditions conditions) {
        this.conditions = conditions;
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

    /** All there are, ordered by scope and then by age. */
    List<RoleAssignment> all() {
        return byScope.values().stream().flatMap(List::stream).toList();
    }

    /** Puts an assignment that has always acted. */
    void seed(RoleAssignment assignment) {
        remove(assignment.name());
        byName.put(assignment.name().toLowerCase(Locale.ROOT), assignment);
        byScope.computeIfAbsent(assignment.scope().key(), scope -> new ArrayList<>())
                .add(assignment);
    }

    /** Whether this scope, role and principal are taken under any name. */
    boolean holds(ArmId scope, Role role, String principal) {
        return at(scope).stream().anyMatch(assignment -> assignment.isSame(scope, role, principal));
    }

    RoleAssignment make(
            String name, ArmId scope, Role role, String principal, String principalType, String by, Instant now) {
        Duration ordered = conditions.length(SandboxFaults.Condition.ROLE_LAG, now);
        Instant effective = now.plus(ordered == null ? lag : ordered);
        RoleAssignment made = new RoleAssignment(name, scope, role, principal, principalType, by, now, effective);
        seed(made);
        return made;
    }

    void remove(String name) {
        RoleAssignment removed = byName.remove(name.toLowerCase(Locale.ROOT));
        if (removed != null) {
            at(removed.scope()).remove(removed);
        }
    }

    /** Forgets the assignments at this scope and below it. */
    void removeUnder(ArmId scope) {
        List<RoleAssignment> gone = around(scope, true).stream()
                .filter(assignment -> scope.holds(assignment.scope()))
                .toList();
        gone.forEach(assignment -> remove(assignment.name()));
    }

    /**
     * Whether the principal's role acts at this scope, by an assignment there or above. The role itself is asked for: the
     * disk support matrix does not take Owner or Contributor for the named roles.
     */
    boolean acts(String principal, String roleId, ArmId scope, Instant at) {
        for (String above = scope.key(); !above.isEmpty(); above = up(above)) {
            for (RoleAssignment assignment : byScope.getOrDefault(above, List.of())) {
                if (assignment.role().id().equals(roleId)
                        && assignment.principal().equalsIgnoreCase(principal)
                        && !assignment.effective().isAfter(at)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Without its last two segments; empty above a subscription. */
    private static String up(String scope) {
        return scope.substring(0, Math.max(0, scope.lastIndexOf('/', scope.lastIndexOf('/') - 1)));
    }

    /** Assignments at this scope and above, and with {@code below} also those below. */
    List<RoleAssignment> around(ArmId scope, boolean below) {
        List<RoleAssignment> found = new ArrayList<>();
        scope.lineage().forEach(above -> found.addAll(at(above)));
        if (below) {
            String prefix = scope.key() + "/";
            for (Map.Entry<String, List<RoleAssignment>> entry :
                    byScope.tailMap(prefix).entrySet()) {
                if (!entry.getKey().startsWith(prefix)) {
                    break;
                }
                found.addAll(entry.getValue());
            }
        }
        return found;
    }

    private List<RoleAssignment> at(ArmId scope) {
        return byScope.getOrDefault(scope.key(), new ArrayList<>());
    }
}
