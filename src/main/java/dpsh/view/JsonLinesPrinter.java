package dpsh.view;

/** One object on each line, for pipes. */
final class JsonLinesPrinter implements Printer {
    /** Prints a compact object per line, nothing for an empty list; why a list is partial goes to the other stream. */
    @Override
    public void print(Listing listing, Page page) {
        for (Listing.Row row : listing.rows()) {
            page.line(JsonText.compact(row.raw()));
        }
        JsonText.partial(listing, page);
    }

    /** Prints the object on one line. */
    @Override
    public void print(Detail detail, Page page) {
        page.line(JsonText.compact(detail.raw()));
    }
}
