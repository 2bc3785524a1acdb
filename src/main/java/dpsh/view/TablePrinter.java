package dpsh.view;

import java.util.ArrayList;
import java.util.List;

/** Tables for eyes: a heading line, two blanks between columns, no borders. One thing alone is a record. */
record TablePrinter(RecordPrinter records) implements Printer {
    /**
     * Prints, with the total on the other stream:
     *
     * <pre>
     * name         kind  state
     * msdiskbackup disk  ProtectionConfigured
     * </pre>
     */
    @Override
    public void print(Listing listing, Page page) {
        if (!listing.rows().isEmpty()) {
            Fit fit = Fit.of(listing.columns(), needed(listing, page.ink()), page.width());
            if (fit == null) {
                records.print(listing, page);
                return;
            }
            page.line(line(headings(listing), listing, fit, page.ink()));
            for (Listing.Row row : listing.rows()) {
                page.line(line(row.cells(), listing, fit, page.ink()));
            }
        }
        records.total(listing, page);
    }

    @Override
    public void print(Detail detail, Page page) {
        records.print(detail, page);
    }

    private static List<Cell> headings(Listing listing) {
        return listing.columns().stream()
                .map(column -> Cell.of(column.title(), Tone.HEADING))
                .toList();
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
