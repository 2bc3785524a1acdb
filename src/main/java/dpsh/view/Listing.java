package dpsh.view;

import java.util.ArrayList;
import java.util.List;
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

        private Row without(int column) {
            List<Cell> fewer = new ArrayList<>(cells);
            fewer.remove(column);
            return new Row(fewer, raw);
        }
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

    /** The same list without one column; the rows' JSON stays whole. */
    Listing without(int column) {
        List<Column> fewer = new ArrayList<>(columns);
        fewer.remove(column);
        List<Row> narrower = rows.stream().map(row -> row.without(column)).toList();
        return new Listing(noun, fewer, narrower, partialBecause);
    }

    /** The line under the list: the total, or how far it came. */
    String total() {
        if (partialBecause == null) {
            return noun.count(rows.size());
        }
        return "partial: " + noun.count(rows.size()) + " so far, then " + partialBecause;
    }
}
