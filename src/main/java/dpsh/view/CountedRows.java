package dpsh.view;

import org.jspecify.annotations.Nullable;

/** Rows that are counted while they are written; what they are is told by the first page. */
abstract class CountedRows implements Rows {
    private final Page page;
    private Noun noun = Noun.of("row");
    private int count;
    private boolean begun;

    CountedRows(Page page) {
        this.page = page;
    }

    /** Where they are written. */
    Page page() {
        return page;
    }

    /** How many were written. */
    int count() {
        return count;
    }

    /** What they are. */
    Noun noun() {
        return noun;
    }

    /** The first page, before its rows. */
    void first(Listing listing) {}

    /** Rows, where there are some. */
    abstract void write(Listing listing);

    @Override
    public final void more(Listing listing) {
        if (!begun) {
            begun = true;
            noun = listing.noun();
            first(listing);
        }
        if (!listing.rows().isEmpty()) {
            write(listing);
            count += listing.rows().size();
        }
    }

    /** Says on {@code err} how far a list came that is partial. */
    @Override
    public void end(@Nullable String partialBecause) {
        Flat.partial(noun, count, partialBecause, page);
    }
}
