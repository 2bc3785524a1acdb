package dpsh.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a watch as lines of a screen: as many columns as fit, and one line each on a screen that takes no table. */
public final class WatchTable {
    private static final List<Column> COLUMNS = List.of(
            Column.whole(""),
            Column.of("what"),
            Column.of("target"),
            Column.whole("state"),
            Column.extra("note"),
            Column.number("elapsed"),
            Column.extra("next look"));

    private final Ink ink;
    private final int width;

    /** @param width of the screen; no line is wider */
    public WatchTable(Ink ink, int width) {
        this.ink = ink;
        this.width = Math.max(1, width);
    }

    /**
     * A heading line and one for each row.
     *
     * @param selected which of the rows is marked, or below 0
     * @param sort whose column is marked, or null
     */
    public List<Cell> lines(List<WatchRow> rows, int selected, @Nullable WatchSort sort) {
        List<List<Cell>> table = new ArrayList<>();
        List<Column> columns = new ArrayList<>(COLUMNS);
        table.add(columns.stream().map(column -> heading(column, sort)).toList());
        for (int i = 0; i < rows.size(); i++) {
            table.add(cells(rows.get(i), i == selected));
        }
        while (true) {
            int extra = lastExtra(columns);
            Fit fit = Fit.of(columns, needed(table), width, extra < 0 ? Fit.LEAST : Fit.COMFORTABLE);
            if (fit != null) {
                return table.stream().map(cells -> line(cells, columns, fit)).toList();
            }
            if (extra < 0) {
                return single(rows, selected);
            }
            columns.remove(extra);
            table.replaceAll(cells -> without(cells, extra));
        }
    }

    /** The line, cut to the screen. */
    public Cell cut(Cell line) {
        return new Cut(ink, width).of(line);
    }

    private static Cell heading(Column column, @Nullable WatchSort sort) {
        String sorted = sort == null ? "" : sort == WatchSort.NAME ? "target" : sort.word();
        return column.title().isEmpty()
                ? Cell.of("  ")
                : Cell.of(column.title() + (column.title().equals(sorted) ? "*" : ""), Tone.HEADING);
    }

    private static List<Cell> cells(WatchRow row, boolean selected) {
        Tone tone = selected ? Tone.HEADING : Tone.PLAIN;
        return List.of(
                Cell.of((selected ? "> " : "  ") + row.ref(), tone),
                Cell.of(row.what(), tone),
                Cell.of(row.target(), tone),
                row.state(),
                row.note().isEmpty() ? Cell.of(" ") : Cell.of(row.note(), Tone.DIM),
                Cell.of(Times.length(row.elapsed())),
                next(row));
    }

    private static Cell next(WatchRow row) {
        if (row.next() == null) {
            return Cell.of(" ");
        }
        return Cell.of(row.next().toSeconds() == 0 ? "now" : "in " + Times.length(row.next()), Tone.DIM);
    }

    /** {@code > op 5 settling msdiskbackup}, cut. */
    private List<Cell> single(List<WatchRow> rows, int selected) {
        List<Cell> lines = new ArrayList<>();
        lines.add(cut(Cell.of("  what goes on", Tone.HEADING)));
        for (int i = 0; i < rows.size(); i++) {
            WatchRow row = rows.get(i);
            Cell line = Cell.of((i == selected ? "> " : "  ") + row.ref() + " ", Tone.PLAIN);
            for (Span span : row.state().spans()) {
                line = line.and(span.text(), span.tone());
            }
            lines.add(cut(line.and(" " + row.target(), Tone.PLAIN)));
        }
        return lines;
    }

    private Cell line(List<Cell> cells, List<Column> columns, Fit fit) {
        List<Span> spans = new ArrayList<>();
        int owed = 0;
        for (int i = 0; i < cells.size(); i++) {
            int room = fit.widths().get(i);
            Cell cell = new Cut(ink, room).of(cells.get(i));
            int missing = room - ink.width(cell.text());
            int before = owed + (columns.get(i).right() ? missing : 0);
            spans.add(new Span(" ".repeat(before), Tone.PLAIN));
            spans.addAll(cell.spans());
            owed = Fit.GAP + (columns.get(i).right() ? 0 : missing);
        }
        return new Cell(spans);
    }

    private List<Integer> needed(List<List<Cell>> table) {
        List<Integer> needed = new ArrayList<>();
        for (int i = 0; i < table.get(0).size(); i++) {
            int widest = 0;
            for (List<Cell> cells : table) {
                widest = Math.max(widest, ink.width(cells.get(i).text()));
            }
            needed.add(widest);
        }
        return needed;
    }

    private static int lastExtra(List<Column> columns) {
        for (int i = columns.size() - 1; i >= 0; i--) {
            if (columns.get(i).narrow() == Column.Narrow.EXTRA) {
                return i;
            }
        }
        return -1;
    }

    private static List<Cell> without(List<Cell> cells, int column) {
        List<Cell> fewer = new ArrayList<>(cells);
        fewer.remove(column);
        return fewer;
    }
}
