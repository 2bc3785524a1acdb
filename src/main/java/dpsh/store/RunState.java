package dpsh.store;

import java.util.Locale;

/** How a run stands. */
public enum RunState {
    /** A process works on it; when that process is gone, it was interrupted. */
    RUNNING,
    /** It stopped before all items had ended; it can be resumed. */
    INTERRUPTED,
    /** Every item has ended, well or not. */
    DONE;

    /** The word in output: {@code done}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
