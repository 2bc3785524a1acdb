package dpsh.backup;

import java.util.List;

/**
 * A draft that was read from a body file.
 *
 * @param notes what was put right in it
 */
public record ReadDraft(InstanceDraft draft, List<Finding> notes) {
    public ReadDraft {
        notes = List.copyOf(notes);
    }
}
