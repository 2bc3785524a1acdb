package dpsh.view;

import java.util.ArrayList;
import java.util.List;

/** Rows for spreadsheets: uncut and without styles, what is not there is empty. {@link CsvText} says how they are written. */
final class CsvPrinter implements Printer {
    /** Prints the titles and a row for each thing; the titles also when there is none. Why a list is partial goes to the other stream. */
    @Override
    public Rows begin(Page page) {
        return new CountedRows(page) {
            @Override
            void first(Listing listing) {
                row(Flat.titles(listing), page);
            }

            @Override
            void write(Listing listing) {
                listing.rows().forEach(row -> row(Flat.values(row.cells()), page));
            }
        };
    }

    /** Prints the labels and one row; a label of a section has its heading in front. */
    @Override
    public void print(Detail detail, Page page) {
        List<String> labels = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Flat.Member member : Flat.members(detail)) {
            labels.add(member.label());
            values.add(member.value());
        }
        row(labels, page);
        row(values, page);
    }

    private static void row(List<String> values, Page page) {
        page.line(CsvText.row(values));
    }
}
