package dpsh.command;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What whoever carries out lines does for a command that works with lines. */
public interface ShellLines {
    /**
     * Lines that somebody wrote down.
     *
     * @param name of the file
     * @param keepGoing whether a line that fails leaves those behind it in place
     */
    record Script(String name, List<String> lines, boolean keepGoing) {
        public Script {
            lines = List.copyOf(lines);
        }
    }

    /** A line that was typed. @param number as the prompt counts, from 1 */
    record Typed(int number, Instant time, String line) {}

    /**
     * Carries the lines out, in this session, and names the one that failed.
     *
     * @return the exit code
     */
    int carryOut(Script script, Screen on);

    /** The lines typed so far, the oldest first; null where nobody types. */
    @Nullable
    List<Typed> history();

    /** Forgets all of them. */
    void forget();
}
