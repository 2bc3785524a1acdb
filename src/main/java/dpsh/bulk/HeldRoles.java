package dpsh.bulk;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.Finding;
import dpsh.backup.RoleAssignment;
import dpsh.backup.RoleNeed;
import dpsh.backup.Vault;
import dpsh.client.RoleClient;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The roles of the vaults' identities, listed once for each identity and subscription. */
final class HeldRoles {
    private final RoleClient roles;
    private final Estate estate;
    private final Map<Area, Held> read = new HashMap<>();

    HeldRoles(RoleClient roles, Estate estate) {
        this.roles = roles;
        this.estate = estate;
    }

    private record Area(String principal, SubscriptionId subscription) {}

    /** An assignment above the subscriptions holds in all of them. */
    private record Held(Map<UUID, Set<ResourceId>> scopes, Set<UUID> everywhere) {
        boolean at(RoleNeed need) {
            Set<ResourceId> here = scopes.getOrDefault(need.role().id(), Set.of());
            for (ResourceId scope = need.scope(); scope != null; scope = scope.parent()) {
                if (here.contains(scope)) {
                    return true;
                }
            }
            return everywhere.contains(need.role().id());
        }
    }

    /** Whether the vault's identity holds the role at the scope or above it. */
    boolean holds(Vault vault, RoleNeed need) {
        String principal = vault.principalId();
        SubscriptionId subscription = need.scope().subscription();
        if (principal == null || subscription == null) {
            return false;
        }
        Area area = new Area(principal.toLowerCase(Locale.ROOT), subscription);
        return read.computeIfAbsent(area, this::read).at(need);
    }

    private Held read(Area area) {
        Held held = new Held(new HashMap<>(), new HashSet<>());
        try {
            ResourceId scope = ResourceId.ofSubscription(area.subscription());
            for (List<RoleAssignment> page : roles.assignments(scope, area.principal())) {
                page.stream()
                        .filter(one -> one.principalId().equalsIgnoreCase(area.principal()))
                        .forEach(one -> add(one, held));
            }
        } catch (DpshException.Service e) {
            if (!Estate.isUnreadable(e)) {
                throw e;
            }
            estate.note(Finding.warning(
                    "which roles the vault's identity holds in the subscription " + estate.name(area.subscription())
                            + " cannot be read (" + e.error().code() + "); they are planned as if it held none",
                    "have somebody give you Reader there"));
        }
        return held;
    }

    private static void add(RoleAssignment assignment, Held held) {
        @Nullable SubscriptionId subscription = assignment.scope().subscription();
        if (subscription == null) {
            held.everywhere().add(assignment.roleId());
        } else {
            held.scopes()
                    .computeIfAbsent(assignment.roleId(), none -> new HashSet<>())
                    .add(assignment.scope());
        }
    }
}
