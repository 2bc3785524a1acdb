package dpsh.view;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How wide the columns of a table become: as wide as they need, and narrower only where the terminal demands it. */
record Fit(List<Integer> widths) {
    /** Blanks between two columns. */
    static final int GAP = 2;

    /** A column cut to less than this tells too little. */
    static final int LEAST = 10;

    /** A column of at least this still tells names apart, mostly. */
    static final int COMFORTABLE = 18;

    Fit {
        widths = List.copyOf(widths);
    }

    /**
     * Cuts the widest columns first.
     *
     * @param needed the columns' natural widths, headings included
     * @param terminal columns of the terminal, or 0 when nothing is to be cut
     * @param least what a column is not cut below
     * @return null when the terminal is too narrow for that
     */
    static @Nullable Fit of(List<Column> columns, List<Integer> needed, int terminal, int least) {
        int excess = terminal == 0 ? 0 : total(needed) - terminal;
        int[] widths = needed.stream().mapToInt(Integer::intValue).toArray();
        while (excess > 0) {
            int widest = widest(columns, widths, least);
            if (widest < 0) {
                return null;
            }
            widths[widest]--;
            excess--;
        }
        return new Fit(Arrays.stream(widths).boxed().toList());
    }

    private static int total(List<Integer> needed) {
        return needed.stream().mapToInt(Integer::intValue).sum() + GAP * (needed.size() - 1);
    }

    private static int widest(List<Column> columns, int[] widths, int least) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            boolean mayShrink = columns.get(i).narrow() != Column.Narrow.WHOLE && widths[i] > least;
            if (mayShrink && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }
}
