package dpsh.view;

import org.jspecify.annotations.Nullable;

/** One object on each line, for pipes. */
final class JsonLinesPrinter implements Printer {
    /** Prints a compact object per line, nothing for an empty list; why a list is partial goes to the other stream. */
    @Override
    public Rows begin(Page page) {
        return new CountedRows(page) {
            @Override
            void write(Listing listing) {
                listing.rows().forEach(row -> page.line(JsonText.compact(row.raw())));
            }

            @Override
            public void end(@Nullable String partialBecause) {
                JsonText.partial(count(), partialBecause, page);
            }
        };
    }

    /** Prints the object on one line. */
    @Override
    public void print(Detail detail, Page page) {
        page.line(JsonText.compact(detail.raw()));
    }
}
