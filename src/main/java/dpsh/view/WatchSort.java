package dpsh.view;

import java.util.Comparator;
import java.util.Locale;

/** The orders of a watch. What is equal by one of them stands newest first. */
public enum WatchSort {
    /** Newest first. */
    BEGUN(Comparator.comparing(WatchRow::begun).reversed()),
    /** What runs before what has ended, then by the state's word. */
    STATE(Comparator.comparing((WatchRow row) -> !row.running())
            .thenComparing(row -> row.state().text(), String.CASE_INSENSITIVE_ORDER)),
    /** By what it is about. */
    NAME(Comparator.comparing(WatchRow::target, String.CASE_INSENSITIVE_ORDER)),
    /** Longest first. */
    ELAPSED(Comparator.comparing(WatchRow::elapsed).reversed());

    private final Comparator<WatchRow> order;

    WatchSort(Comparator<WatchRow> order) {
        this.order = order.thenComparing(Comparator.comparing(WatchRow::begun).reversed())
                .thenComparing(WatchRow::ref);
    }

    public Comparator<WatchRow> order(boolean reversed) {
        return reversed ? order.reversed() : order;
    }

    /** The word on the screen. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The next one, and the first behind the last. */
    public WatchSort next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
