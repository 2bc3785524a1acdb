package dpsh.command;

import dpsh.view.Format;
import java.util.Arrays;
import java.util.Iterator;

/** The words that {@code -o} takes, for completion. */
final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Format.values()).map(Format::word).iterator();
    }
}
