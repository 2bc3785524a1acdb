package dpsh.view;

import org.jspecify.annotations.Nullable;

/** A list is a YAML list of the service's own objects, one thing a document of its own: what {@code -o json} has, for eyes. */
final class YamlPrinter implements Printer {
    /** Prints {@code []} or an element behind each dash; why a list is partial goes to the other stream. */
    @Override
    public Rows begin(Page page) {
        return new CountedRows(page) {
            @Override
            void write(Listing listing) {
                listing.rows().forEach(row -> page.out().print(YamlText.element(row.raw())));
            }

            @Override
            public void end(@Nullable String partialBecause) {
                if (count() == 0) {
                    page.line("[]");
                }
                super.end(partialBecause);
            }
        };
    }

    /** Prints the object. */
    @Override
    public void print(Detail detail, Page page) {
        page.out().print(YamlText.of(detail.raw()));
    }
}
