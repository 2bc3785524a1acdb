package dpsh.bulk;

import dpsh.arm.ResourceId;
import dpsh.backup.Finding;
import dpsh.backup.InstanceDraft;
import dpsh.backup.ProtectionState;
import dpsh.backup.RoleNeed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One datasource of a plan.
 *
 * @param number its place in the plan, from 1
 * @param draft how it shall be protected
 * @param vault where it shall be protected
 * @param findings why it is blocked, each with the service's code and the fix, and what is worth knowing otherwise
 * @param missing the roles that it needs, each at its own scope, and the vault's identity does not hold yet
 * @param standing the state of the backup instance that is there already, or null when there is none
 */
public record PlanItem(
        int number,
        InstanceDraft draft,
        ResourceId vault,
        Verdict verdict,
        List<Finding> findings,
        List<RoleNeed> missing,
        @Nullable ProtectionState standing) {
    /** What a run will do with it. */
    public enum Verdict {
        /** It will be protected. */
        PROTECT,
        /** It is protected just so already: nothing is sent that changes anything. */
        UNCHANGED,
        /** Something stands in the way: nothing is sent that changes anything. */
        BLOCKED;

        /** The word in output: {@code protect}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same at another place. */
    PlanItem numbered(int place) {
        return new PlanItem(place, draft, vault, verdict, findings, missing, standing);
    }

    public PlanItem {
        findings = List.copyOf(findings);
        missing = List.copyOf(missing);
    }
}
