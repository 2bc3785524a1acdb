package dpsh.shell;

import java.util.ListIterator;
import org.jline.reader.History;

/** The rest of the newest earlier line that begins like the one being typed. */
final class Suggestions {
    private final LineHistory history;

    Suggestions(LineHistory history) {
        this.history = history;
    }

    /** What would complete it, on one line; empty when no earlier line does. */
    String after(String typed) {
        if (typed.isBlank() || typed.indexOf('\n') >= 0) {
            return "";
        }
        ListIterator<History.Entry> entries = history.iterator(history.size());
        while (entries.hasPrevious()) {
            String line = entries.previous().line();
            if (line.length() > typed.length() && line.startsWith(typed) && line.indexOf('\n') < 0) {
                return line.substring(typed.length());
            }
        }
        return "";
    }
}
