package dpsh.bulk;

import dpsh.arm.ResourceId;
import dpsh.backup.RoleNeed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the roles that items lack together to the fewest assignments at one width. */
final class GrantGroups {
    private GrantGroups() {}

    private record Grant(ResourceId vault, RoleNeed need) {}

    /** In the order in which the items need them; each lacking role is given by exactly one of them. */
    static List<GrantNeed> of(List<PlanItem> items, RoleScope scope) {
        Map<Grant, Integer> grants = new LinkedHashMap<>();
        for (PlanItem item : items) {
            if (item.verdict() != PlanItem.Verdict.PROTECT) {
                continue;
            }
            Set<Grant> its = new HashSet<>();
            for (RoleNeed need : item.missing()) {
                Grant grant = new Grant(item.vault(), scope.widen(need));
                if (its.add(grant)) {
                    grants.merge(grant, 1, Integer::sum);
                }
            }
        }
        List<GrantNeed> needs = new ArrayList<>();
        grants.forEach((grant, count) -> needs.add(new GrantNeed(grant.need(), grant.vault(), count)));
        return needs;
    }
}
