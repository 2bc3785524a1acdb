package dpsh.view;

import org.jspecify.annotations.Nullable;

/** A list that is being written. What was written once stays as it is. */
public interface Rows {
    /** Writes a page; the first tells the columns and may have no row. */
    void more(Listing page);

    /** It may take a while until the next page: what was held back to see more of the list first is written now. */
    default void settle() {}

    /** Ends the list. @param partialBecause why it is not complete, as a clause; null when it is (law 6) */
    void end(@Nullable String partialBecause);
}
