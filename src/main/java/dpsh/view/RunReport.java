package dpsh.view;

import dpsh.store.RunItem;
import dpsh.store.RunRow;
import java.io.IOException;

/** How a run went, written for others: a pipeline, a spreadsheet, a browser, a mail. */
public interface RunReport {
    /**
     * Writes the report, item by item.
     *
     * @param items read through several times; they are not kept
     * @throws IOException when {@code out} cannot be written
     */
    void write(RunRow run, Iterable<RunItem> items, Appendable out) throws IOException;
}
