package dpsh.shell;

import dpsh.view.ExitCode;
import org.jspecify.annotations.Nullable;

/** Makes one exit code out of those of several lines. */
final class Tally {
    private final boolean keepGoing;
    private boolean succeeded;
    private boolean failed;
    private int first;
    private boolean differing;
    private @Nullable Integer decided;

    /** @param keepGoing whether a failure leaves the lines behind it in place */
    Tally(boolean keepGoing) {
        this.keepGoing = keepGoing;
    }

    /** Counts a line in. */
    void take(LineOutcome outcome) {
        switch (outcome.kind()) {
            case NOTHING -> {}
            case LEAVE -> decided = outcome.code() != 0 ? outcome.code() : sum();
            case RAN -> count(outcome.code());
        }
    }

    /** Whether no further line is to be run. */
    boolean over() {
        return decided != null;
    }

    /** The exit code of what was counted so far. */
    int code() {
        return decided != null ? decided : sum();
    }

    private void count(int code) {
        if (code == 0) {
            succeeded = true;
            return;
        }
        differing |= failed && code != first;
        first = failed ? first : code;
        failed = true;
        if (!keepGoing || code == ExitCode.INTERRUPTED.number()) {
            decided = code;
        }
    }

    private int sum() {
        if (!failed) {
            return 0;
        }
        return succeeded || differing ? ExitCode.PARTLY.number() : first;
    }
}
