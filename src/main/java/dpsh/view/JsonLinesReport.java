package dpsh.view;

import dpsh.store.RunItem;
import dpsh.store.RunRow;
import java.io.IOException;

/** One object a line, in the shape of {@link RunItemView}. */
final class JsonLinesReport implements RunReport {
    @Override
    public void write(RunRow run, Iterable<RunItem> items, Appendable out) throws IOException {
        for (RunItem item : items) {
            out.append(new ItemText(item).json()).append('\n');
        }
    }
}
