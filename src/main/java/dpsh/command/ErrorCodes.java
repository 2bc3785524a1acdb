package dpsh.command;

import dpsh.backup.ErrorCatalog;
import dpsh.backup.ErrorEntry;
import java.util.Iterator;

/** Every known code, for completion. */
final class ErrorCodes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return ErrorCatalog.load().all().stream().map(ErrorEntry::code).iterator();
    }
}
