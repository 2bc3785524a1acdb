package dpsh.runbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of a runbook in the shape in which they are shown: a handle as what is on record about it. */
final class Shown {
    private Shown() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof BackupOperation operation) {
            return operation.standing();
        }
        return value instanceof Collection<?> collection ? all(collection) : value;
    }

    static List<@Nullable Object> all(Collection<?> values) {
        List<@Nullable Object> shown = new ArrayList<>();
        values.forEach(value -> shown.add(value instanceof BackupOperation operation ? operation.standing() : value));
        return shown;
    }
}
