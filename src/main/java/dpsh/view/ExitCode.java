package dpsh.view;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** How dpsh ends, for scripts. The numbers never change. */
public enum ExitCode {
    DONE(0),
    FAILED(1),
    /** Wrong input: nothing was sent that changes anything. */
    USAGE(2),
    /** Some of it was done, or a list came to an end too soon. */
    PARTLY(3),
    /** Not signed in, or not allowed. */
    NOT_ALLOWED(4),
    /** Out of time, or throttled for too long. */
    TIMED_OUT(5),
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** What the process returns. */
    public int number() {
        return number;
    }

    /**
     * One code for many items: the common one if they agree, {@link #INTERRUPTED} if any was, {@link #PARTLY} if some are
     * done and some are not, otherwise {@link #FAILED}. Nothing at all is {@link #DONE}.
     */
    public static ExitCode of(Collection<ExitCode> items) {
        Set<ExitCode> kinds = new TreeSet<>(items);
        if (kinds.isEmpty()) {
            return DONE;
        }
        if (kinds.size() == 1) {
            return kinds.iterator().next();
        }
        if (kinds.contains(INTERRUPTED)) {
            return INTERRUPTED;
        }
        return kinds.contains(DONE) || kinds.contains(PARTLY) ? PARTLY : FAILED;
    }
}
