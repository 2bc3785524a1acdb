package dpsh.shell;

import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** The history; a line that carries a secret never enters it. */
final class FilteredHistory extends DefaultHistory {
    @Override
    public void add(Instant time, String line) {
        if (!Secrets.in(line)) {
            super.add(time, line);
        }
    }
}
