package dpsh.command;

import dpsh.view.Detail;
import dpsh.view.JsonText;
import dpsh.view.Listing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what a line shows, whole: before columns are chosen, rows ordered or a query put. */
final class Tap {
    private final List<String> rows = new ArrayList<>();
    private boolean listed;
    private @Nullable String one;

    synchronized void take(Listing page) {
        listed = true;
        page.rows().forEach(row -> rows.add(row.raw()));
    }

    synchronized void take(Detail detail) {
        one = detail.raw();
    }

    /** The result as {@code -o json} has it; null when nothing was shown. */
    synchronized @Nullable String json() {
        if (listed) {
            return "[" + String.join(",", rows.stream().map(JsonText::compact).toList()) + "]";
        }
        return one == null ? null : JsonText.compact(one);
    }
}
