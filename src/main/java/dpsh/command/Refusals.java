package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.backup.Finding;
import dpsh.backup.Preflight;
import java.util.List;

/** What is said when a check before the call stands in the way. */
final class Refusals {
    private Refusals() {}

    /** All errors in one sentence, with the first one's fix and code; there is at least one. */
    static DpshException.Refused of(String name, List<Finding> findings) {
        return Preflight.refusal(name, findings);
    }
}
