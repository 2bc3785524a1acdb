package dpsh.view;

import org.jspecify.annotations.Nullable;

/**
 * How the results of a line are written: in which format, what of them, and how points in time are told.
 *
 * @param times null to tell each as its view does; csv and tsv have them in UTC whatever was chosen
 */
public record Results(
        Format format, Shaping shaping, @Nullable TimeStyle times) {
    /** Everything, as the views tell it. */
    public static Results in(Format format) {
        return new Results(format, Shaping.NONE, null);
    }

    /** Begins a list whose pages are written as they come; it must not need all of them first. */
    public Rows begin(Page page) {
        Rows rows = Printers.of(format).begin(page);
        return new Rows() {
            @Override
            public void more(Listing listing) {
                rows.more(ready(listing));
            }

            @Override
            public void settle() {
                rows.settle();
            }

            @Override
            public void end(@Nullable String partialBecause) {
                rows.end(partialBecause);
            }
        };
    }

    /** Writes a whole list. */
    public void print(Listing listing, Page page) {
        Printers.of(format).print(ready(listing), page);
    }

    /** Writes one thing. */
    public void print(Detail detail, Page page) {
        Detail shaped = shaping.shaped(detail);
        TimeStyle style = style();
        Printers.of(format).print(style == null ? shaped : shaped.told(style), page);
    }

    /** The answer to the query: maps, lists, texts, numbers, truth values or null. */
    public @Nullable Object ask(Listing listing) {
        return query().ask(listing.rows().stream().map(Listing.Row::raw).toList());
    }

    /** The same of one thing. */
    public @Nullable Object ask(Detail detail) {
        return ask(detail.raw());
    }

    /** The same of any JSON. */
    public @Nullable Object ask(String json) {
        return query().ask(json);
    }

    /** Writes the answer to a query. */
    public void answer(@Nullable Object answer, Page page) {
        new Answer(this).print(answer, page);
    }

    /** Writes values of one column: one on each line where people read them, or as rows. */
    void values(Listing values, Page page) {
        Listing ready = ready(values);
        if (format == Format.TABLE || format == Format.RECORD) {
            ready.rows().forEach(row -> page.line(text(row)));
        } else {
            Printers.of(format).print(ready, page);
        }
    }

    private static String text(Listing.Row value) {
        Cell cell = value.cells().get(0);
        return !cell.equals(Cell.NONE) ? cell.text() : value.raw().equals("null") ? "null" : "";
    }

    /** The same without the query: it has been answered. */
    Results answered() {
        return new Results(format, new Shaping(null, shaping.columns(), shaping.sort()), times);
    }

    private Query query() {
        Query query = shaping.query();
        if (query == null) {
            throw new IllegalStateException("nothing was asked");
        }
        return query;
    }

    private Listing ready(Listing listing) {
        Listing shaped = shaping.shaped(listing);
        TimeStyle style = style();
        return style == null ? shaped : shaped.told(style);
    }

    private @Nullable TimeStyle style() {
        return format == Format.CSV || format == Format.TSV ? TimeStyle.ABSOLUTE : times;
    }
}
