package dpsh.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shell says before its first prompt and when it is left.
 *
 * @param lines what this is, where the operator stands, what to type next; one line each
 * @param farewell what to know on leaving, or null
 */
public record Greeting(List<String> lines, @Nullable String farewell) {
    /** Says nothing. */
    public static final Greeting NONE = new Greeting(List.of(), null);

    public Greeting {
        lines = List.copyOf(lines);
    }
}
