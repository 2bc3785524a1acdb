package dpsh.view;

/** Writes results in one format. Does not flush. */
public interface Printer {
    /** Writes a list to {@code out}, and its total to {@code err}. */
    void print(Listing listing, Page page);

    /** Writes one thing to {@code out}. */
    void print(Detail detail, Page page);
}
