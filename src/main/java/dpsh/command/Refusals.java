package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.backup.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** What is said when a check before the call stands in the way. */
final class Refusals {
    private Refusals() {}

    /** All errors in one sentence, with the first one's fix and code; there is at least one. */
    static DpshException.Refused of(String name, List<Finding> findings) {
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        Finding first = errors.get(0);
        return new DpshException.Refused(
                name + " cannot be protected like this",
                errors.stream().map(Finding::message).collect(Collectors.joining("; ")),
                first.fix(),
                first.serviceCode());
    }
}
