package dpsh.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A list, ready for any printer.
 *
 * @param noun what the rows are
 * @param partialBecause why the list is not complete, as a clause; null when it is (law 6)
 */
public record Listing(
        Noun noun,
        List<Column> columns,
        List<Row> rows,
        @Nullable String partialBecause) {
    public Listing {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(row.cells().size() + " cells in " + columns.size() + " columns");
            }
        }
    }

    /**
     * One row.
     *
     * @param raw the whole thing as JSON: the service's own text where it is a resource
     */
    public record Row(List<Cell> cells, String raw) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** The same thing in other cells. */
        Row with(List<Cell> others) {
            return new Row(others, raw);
        }

        private Row without(int column) {
            List<Cell> fewer = new ArrayList<>(cells);
            fewer.remove(column);
            return new Row(fewer, raw);
        }
    }

    /** The same columns without a row. */
    Listing empty() {
        return new Listing(noun, columns, List.of(), null);
    }

    /** The same list, each point in time told as the style wants it. */
    Listing told(TimeStyle style) {
        return with(
                columns,
                row -> row.with(
                        row.cells().stream().map(cell -> cell.told(style)).toList()));
    }

    /** The same list in other columns; the rows' JSON is what the change makes of it. */
    Listing with(List<Column> others, UnaryOperator<Row> change) {
        return new Listing(noun, others, rows.stream().map(change).toList(), partialBecause);
    }

    /** The same list, marked as incomplete. */
    public Listing partial(String because) {
        return new Listing(noun, columns, rows, because);
    }

    /** The same list without the columns that are for programs. */
    Listing forEyes() {
        Listing left = this;
        for (int i = columns.size() - 1; i >= 0; i--) {
            left = columns.get(i).narrow() == Column.Narrow.DATA ? left.without(i) : left;
        }
        return left;
    }

    /** The same list without the columns of these titles. */
    Listing without(List<String> titles) {
        Listing left = this;
        for (int i = columns.size() - 1; i >= 0; i--) {
            left = titles.contains(columns.get(i).title()) ? left.without(i) : left;
        }
        return left;
    }

    /** The same list without one column; the rows' JSON stays whole. */
    Listing without(int column) {
        List<Column> fewer = new ArrayList<>(columns);
        fewer.remove(column);
        return with(fewer, row -> row.without(column));
    }

    /** The line under a list of so many rows: the total, or how far it came. */
    static String total(Noun noun, int count, @Nullable String partialBecause) {
        return partialBecause == null
                ? noun.count(count)
                : "partial: " + noun.count(count) + " so far, then " + partialBecause;
    }
}
