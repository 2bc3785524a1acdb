package dpsh.client;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who looks after which operation in this process, so that nobody asks about one twice. Thread safe. */
final class Attendance {
    private final Map<Long, Integer> attended = new HashMap<>();
    private final Set<Long> aside = new HashSet<>();
    private final Set<Long> told = new HashSet<>();

    /**
     * Somebody waits for its end.
     *
     * @return whether it is being asked about in passing at this moment
     */
    synchronized boolean begin(long number) {
        attended.merge(number, 1, Integer::sum);
        return aside.contains(number);
    }

    /** They do not wait any more. */
    synchronized void end(long number) {
        attended.computeIfPresent(number, (key, count) -> count == 1 ? null : count - 1);
    }

    /**
     * Asks about it in passing, while nobody waits for its end.
     *
     * @return false when somebody waits for it, and nothing may be asked
     */
    synchronized boolean beginAside(long number) {
        return !attended.containsKey(number) && aside.add(number);
    }

    synchronized void endAside(long number) {
        aside.remove(number);
    }

    /** Its end was seen by a command, which tells it. */
    synchronized void told(long number) {
        told.add(number);
    }

    /** Whether a command saw its end. */
    synchronized boolean wasTold(long number) {
        return told.contains(number);
    }
}
