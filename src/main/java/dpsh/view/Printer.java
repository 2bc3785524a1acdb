package dpsh.view;

/** Writes results in one format. Does not flush. */
interface Printer {
    /** Begins a list: to {@code out} as its pages come, and its total to {@code err} at the end. */
    Rows begin(Page page);

    /** Writes a whole list. */
    default void print(Listing listing, Page page) {
        Rows rows = begin(page);
        rows.more(listing);
        rows.end(listing.partialBecause());
    }

    /** Writes one thing to {@code out}. */
    void print(Detail detail, Page page);
}
