package dpsh.runbook;

import dpsh.client.Operation;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What a run leaves behind it: the operations that it began, and whether something was left out. */
final class Trail {
    private final Stand stand;
    private final List<Operation> begun = new CopyOnWriteArrayList<>();
    private volatile @Nullable Long run;
    private volatile boolean partial;

    Trail(Stand stand) {
        this.stand = stand;
    }

    void begun(Operation operation) {
        begun.add(operation);
    }

    /** A run of a plan is being carried out; null when it is not any more. */
    void running(@Nullable Long number) {
        run = number;
    }

    /** A list came to an end too soon (law 6). */
    void partial(String what, String because) {
        partial = true;
        stand.note("partial: " + what + ": " + because, Tone.WARNING);
    }

    /** Some of what was asked for was not done. */
    void partly(String why) {
        partial = true;
        stand.note(why, Tone.WARNING);
    }

    ExitCode exitCode() {
        return partial ? ExitCode.PARTLY : ExitCode.DONE;
    }

    /** What goes on at the service, and how to come back to it; null when nothing does. */
    @Nullable
    String goingOn() {
        Long number = run;
        if (number != null) {
            return "what the service accepted goes on there; `runs resume " + number + "` goes on with run " + number;
        }
        List<Long> open = begun.stream()
                .filter(Operation::isOpen)
                .map(Operation::number)
                .distinct()
                .toList();
        if (open.isEmpty()) {
            return null;
        }
        return open.size() == 1 && open.get(0) >= 0
                ? "operation " + open.get(0) + " goes on at the service; `operation watch " + open.get(0)
                        + "` comes back to it"
                : open.size() + " operations go on at the service; `operation list --open` shows them";
    }
}
