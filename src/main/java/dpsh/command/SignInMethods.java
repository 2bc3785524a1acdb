package dpsh.command;

import java.util.Iterator;
import java.util.List;

/** The words that {@code login} takes, for completion. */
final class SignInMethods implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return List.of("environment", "workload-identity", "managed-identity", "az", "device-code", "browser")
                .iterator();
    }
}
