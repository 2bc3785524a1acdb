package dpsh.command;

import dpsh.backup.DatasourceKind;
import java.util.Arrays;
import java.util.Iterator;

/** disk and blob, for completion. */
final class DatasourceWords implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(DatasourceKind.values()).map(DatasourceKind::word).iterator();
    }
}
