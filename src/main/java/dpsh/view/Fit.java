package dpsh.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How wide the columns of a table become: as wide as they need, and narrower only where the terminal demands it. */
record Fit(List<Integer> widths) {
    /** Blanks between two columns. */
    static final int GAP = 2;

    /** A column cut to less than this tells too little. */
    private static final int LEAST = 10;

    Fit {
        widths = List.copyOf(widths);
    }

    /**
     * Cuts the widest columns first.
     *
     * @param needed the columns' natural widths, headings included
     * @param terminal columns of the terminal, or 0 when nothing is to be cut
     * @return null when the table would be unreadable
     */
    static @Nullable Fit of(List<Column> columns, List<Integer> needed, int terminal) {
        int excess = terminal == 0 ? 0 : total(needed) - terminal;
        int[] widths = needed.stream().mapToInt(Integer::intValue).toArray();
        while (excess > 0) {
            int widest = widest(columns, widths);
            if (widest < 0) {
                return null;
            }
            widths[widest]--;
            excess--;
        }
        return new Fit(java.util.Arrays.stream(widths).boxed().toList());
    }

    private static int total(List<Integer> needed) {
        return needed.stream().mapToInt(Integer::intValue).sum() + GAP * (needed.size() - 1);
    }

    private static int widest(List<Column> columns, int[] widths) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            boolean mayShrink = !columns.get(i).whole() && widths[i] > LEAST;
            if (mayShrink && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }
}
