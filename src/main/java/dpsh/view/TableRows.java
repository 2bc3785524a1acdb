package dpsh.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that is written while its pages come. On a terminal nothing is written before {@link #settle} or the
 * end, elsewhere nothing before the end; what has come by then decides the layout: which columns have room, and whether it is
 * a table at all. Later rows that need more width get it as long as the terminal has it, and are cut where it has not.
 */
final class TableRows extends CountedRows {
    private final RecordPrinter records;
    private final List<String> leftOut = new ArrayList<>();
    private final List<Listing> held = new ArrayList<>();
    private boolean settled;
    private boolean asRecords;
    private int least = Fit.COMFORTABLE;
    private List<Integer> needed = List.of();
    private @Nullable Fit fit;

    TableRows(RecordPrinter records, Page page) {
        super(page);
        this.records = records;
    }

    @Override
    void write(Listing listing) {
        if (settled) {
            written(listing, false);
        } else {
            held.add(listing);
        }
    }

    @Override
    public void settle() {
        if (page().isTerminal()) {
            writeHeld();
        }
    }

    private void writeHeld() {
        if (settled || held.isEmpty()) {
            return;
        }
        settled = true;
        Listing first = held.get(0);
        List<Listing.Row> rows =
                held.stream().flatMap(one -> one.rows().stream()).toList();
        held.clear();
        Listing all = new Listing(first.noun(), first.columns(), rows, null);
        layOut(all);
        written(all, true);
    }

    private void written(Listing listing, boolean first) {
        if (asRecords) {
            records.records(listing, first, page());
            return;
        }
        Listing shown = listing.forEyes().without(leftOut);
        needed = needed(shown, needed);
        Fit wider = Fit.of(shown.columns(), needed, page().width(), least);
        fit = wider == null ? fit : wider;
        if (first) {
            line(
                    shown.columns().stream()
                            .map(column -> Cell.of(column.title(), Tone.HEADING))
                            .toList(),
                    shown.columns());
        }
        shown.rows().forEach(row -> line(row.cells(), shown.columns()));
    }

    @Override
    public void end(@Nullable String partialBecause) {
        writeHeld();
        records.total(this, leftOut, partialBecause);
    }

    private void layOut(Listing listing) {
        Listing shown = listing.forEyes();
        while (true) {
            int extra = lastExtra(shown);
            least = extra < 0 ? Fit.LEAST : Fit.COMFORTABLE;
            if (Fit.of(shown.columns(), needed(shown, List.of()), page().width(), least) != null) {
                return;
            }
            if (extra < 0) {
                leftOut.clear();
                asRecords = true;
                return;
            }
            leftOut.add(0, shown.columns().get(extra).title());
            shown = shown.without(extra);
        }
    }

    private static int lastExtra(Listing listing) {
        for (int i = listing.columns().size() - 1; i >= 0; i--) {
            if (listing.columns().get(i).narrow() == Column.Narrow.EXTRA) {
                return i;
            }
        }
        return -1;
    }

    /** @param before what the rows above needed; empty before the first */
    private List<Integer> needed(Listing listing, List<Integer> before) {
        Ink ink = page().ink();
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < listing.columns().size(); i++) {
            Column column = listing.columns().get(i);
            int room = page().isTerminal() ? column.room() : 0;
            int widest = before.isEmpty() ? Math.max(ink.width(column.title()), room) : before.get(i);
            for (Listing.Row row : listing.rows()) {
                widest = Math.max(widest, ink.width(row.cells().get(i).text()));
            }
            widths.add(widest);
        }
        return List.copyOf(widths);
    }

    private void line(List<Cell> cells, List<Column> columns) {
        Fit widths = fit;
        if (widths == null) {
            throw new IllegalStateException("no layout yet");
        }
        Ink ink = page().ink();
        StringBuilder line = new StringBuilder();
        int owed = 0;
        for (int i = 0; i < cells.size(); i++) {
            int width = widths.widths().get(i);
            Cell cell = new Cut(ink, width).of(cells.get(i));
            int missing = width - ink.width(cell.text());
            boolean right = columns.get(i).right();
            line.append(" ".repeat(owed + (right ? missing : 0))).append(cell.painted(ink));
            owed = Fit.GAP + (right ? 0 : missing);
        }
        page().line(line.toString());
    }
}
