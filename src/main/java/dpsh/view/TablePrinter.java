package dpsh.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Tables for eyes: a heading line, two blanks between columns, no borders. Only a terminal cuts them: a
 * little at first, then it does without the extra columns, then it cuts more, and in the end it gets records. One thing alone is a record.
 */
record TablePrinter(RecordPrinter records) implements Printer {
    /**
     * Prints, with the total on the other stream:
     *
     * <pre>
     * name          kind  state
     * msdiskbackup  disk  ProtectionConfigured
     * </pre>
     */
    @Override
    public void print(Listing listing, Page page) {
        if (listing.rows().isEmpty()) {
            records.total(listing, page);
            return;
        }
        List<String> leftOut = new ArrayList<>();
        Listing shown = listing.forEyes();
        while (true) {
            int extra = lastExtra(shown);
            int least = extra < 0 ? Fit.LEAST : Fit.COMFORTABLE;
            Fit fit = Fit.of(shown.columns(), needed(shown, page.ink()), page.width(), least);
            if (fit != null) {
                table(shown, fit, page);
                records.total(listing, leftOut, page);
                return;
            }
            if (extra < 0) {
                records.print(listing.forEyes(), page);
                return;
            }
            leftOut.add(0, shown.columns().get(extra).title());
            shown = shown.without(extra);
        }
    }

    @Override
    public void print(Detail detail, Page page) {
        records.print(detail, page);
    }

    private static int lastExtra(Listing listing) {
        for (int i = listing.columns().size() - 1; i >= 0; i--) {
            if (listing.columns().get(i).narrow() == Column.Narrow.EXTRA) {
                return i;
            }
        }
        return -1;
    }

    private static void table(Listing listing, Fit fit, Page page) {
        List<Cell> headings = listing.columns().stream()
                .map(column -> Cell.of(column.title(), Tone.HEADING))
                .toList();
        page.line(line(headings, listing, fit, page.ink()));
        for (Listing.Row row : listing.rows()) {
            page.line(line(row.cells(), listing, fit, page.ink()));
        }
    }

    private static List<Integer> needed(Listing listing, Ink ink) {
        List<Integer> needed = new ArrayList<>();
        for (int i = 0; i < listing.columns().size(); i++) {
            int widest = ink.width(listing.columns().get(i).title());
            for (Listing.Row row : listing.rows()) {
                widest = Math.max(widest, ink.width(row.cells().get(i).text()));
            }
            needed.add(widest);
        }
        return needed;
    }

    private static String line(List<Cell> cells, Listing listing, Fit fit, Ink ink) {
        StringBuilder line = new StringBuilder();
        int owed = 0;
        for (int i = 0; i < cells.size(); i++) {
            int width = fit.widths().get(i);
            Cell cell = new Cut(ink, width).of(cells.get(i));
            int missing = width - ink.width(cell.text());
            boolean right = listing.columns().get(i).right();
            line.append(" ".repeat(owed + (right ? missing : 0))).append(cell.painted(ink));
            owed = Fit.GAP + (right ? 0 : missing);
        }
        return line.toString();
    }
}
