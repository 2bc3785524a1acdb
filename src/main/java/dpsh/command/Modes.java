package dpsh.command;

import dpsh.session.Mode;
import java.util.Arrays;
import java.util.Iterator;

/** The words of protection, for completion. */
final class Modes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Mode.values()).map(Mode::word).iterator();
    }
}
