package dpsh.view;

/** A list is an array of the service's own objects, one thing is the object itself: complete, and in their own order. */
final class JsonPrinter implements Printer {
    /** Prints {@code []} or an indented array; why a list is partial goes to the other stream, as JSON too. */
    @Override
    public void print(Listing listing, Page page) {
        page.out().print('[');
        String before = "\n  ";
        for (Listing.Row row : listing.rows()) {
            page.out().print(before);
            page.out().print(JsonText.pretty(row.raw()).replace("\n", "\n  "));
            before = ",\n  ";
        }
        page.line(listing.rows().isEmpty() ? "]" : "\n]");
        JsonText.partial(listing, page);
    }

    /** Prints the object, indented. */
    @Override
    public void print(Detail detail, Page page) {
        page.line(JsonText.pretty(detail.raw()));
    }
}
