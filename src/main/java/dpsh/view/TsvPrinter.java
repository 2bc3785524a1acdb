package dpsh.view;

import java.util.List;

/**
 * Values with tabs between them and without titles, as {@code az -o tsv} has them: for {@code cut} and {@code while read}.
 * Tabs and line breaks in a value are blanks, so that every line is one thing.
 */
final class TsvPrinter implements Printer {
    /** Prints a line for each thing, nothing for an empty list; why a list is partial goes to the other stream. */
    @Override
    public Rows begin(Page page) {
        return new CountedRows(page) {
            @Override
            void write(Listing listing) {
                listing.rows().forEach(row -> line(Flat.values(row.cells()), page));
            }
        };
    }

    /** Prints one line. */
    @Override
    public void print(Detail detail, Page page) {
        line(Flat.members(detail).stream().map(Flat.Member::value).toList(), page);
    }

    private static void line(List<String> values, Page page) {
        page.line(String.join("\t", values));
    }
}
