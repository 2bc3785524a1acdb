package dpsh.view;

import org.jspecify.annotations.Nullable;

/** A list is an array of the service's own objects, one thing is the object itself: complete, and in their own order. */
final class JsonPrinter implements Printer {
    /** Prints {@code []} or an indented array; why a list is partial goes to the other stream, as JSON too. */
    @Override
    public Rows begin(Page page) {
        return new CountedRows(page) {
            @Override
            void first(Listing listing) {
                page.out().print('[');
            }

            @Override
            void write(Listing listing) {
                String before = count() == 0 ? "\n  " : ",\n  ";
                for (Listing.Row row : listing.rows()) {
                    page.out().print(before);
                    page.out().print(JsonText.pretty(row.raw()).replace("\n", "\n  "));
                    before = ",\n  ";
                }
            }

            @Override
            public void end(@Nullable String partialBecause) {
                page.line(count() == 0 ? "]" : "\n]");
                JsonText.partial(count(), partialBecause, page);
            }
        };
    }

    /** Prints the object, indented. */
    @Override
    public void print(Detail detail, Page page) {
        page.line(JsonText.pretty(detail.raw()));
    }
}
