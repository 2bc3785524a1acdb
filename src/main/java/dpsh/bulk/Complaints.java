package dpsh.bulk;

import dpsh.arm.DpshException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with rows that somebody wrote: all of it is told at once, before anything is planned. */
final class Complaints {
    private static final int SHOWN = 5;

    private final String what;
    private final List<Complaint> complaints = new ArrayList<>();

    private record Complaint(int line, DpshException.Usage error) {}

    /** @param what what cannot be done because of them, such as "plan this" */
    Complaints(String what) {
        this.what = what;
    }

    /** @param line where it stands, or 0 */
    void add(int line, DpshException.Usage error) {
        complaints.add(new Complaint(line, error));
    }

    void add(int line, String message, @Nullable String next) {
        add(line, new DpshException.Usage(message, null, next));
    }

    /** @throws DpshException.Usage when there are any */
    void raise() {
        if (complaints.isEmpty()) {
            return;
        }
        Complaint first = complaints.get(0);
        if (complaints.size() == 1) {
            throw new DpshException.Usage(
                    at(first.line()) + first.error().what(),
                    first.error().why(),
                    first.error().next());
        }
        String some = complaints.stream()
                .limit(SHOWN)
                .map(one -> at(one.line()) + one.error().getMessage())
                .collect(Collectors.joining("; "));
        int more = complaints.size() - SHOWN;
        throw new DpshException.Usage(
                complaints.size() + " mistakes in " + what,
                more > 0 ? some + "; and " + more + " more" : some,
                first.error().next());
    }

    private static String at(int line) {
        return line == 0 ? "" : "line " + line + ": ";
    }
}
