package dpsh.command;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The command language as a whole: the model for help and completion, and the way to carry a line out. */
public interface Commands {
    /** The picocli root, named {@code dpsh}; its subcommands are the commands. For help and completion only. */
    CommandLine model();

    /**
     * Carries one line out.
     *
     * @param words the line's words, the command's name first, quotes already taken off
     * @return the exit code; an error has been told on the screen already
     */
    int run(List<String> words, Screen screen);

    /**
     * What is said below a line, for {@code timing on}: {@code took 1.24 s, 3 requests}.
     *
     * @return null when nobody wants to know it
     */
    default @Nullable String took(Duration length) {
        return null;
    }

    /** Somebody carries out lines, and does for commands what they cannot do themselves. */
    default void attach(ShellLines shell) {}

    /** The operator's own words for lines, which act at the prompt. */
    default Map<String, String> aliases() {
        return Map.of();
    }

    /** What a line may begin with: the commands and, where somebody types, the operator's own words. */
    default Set<String> beginnings() {
        return model().getSubcommands().keySet();
    }

    /** What evaluates the expressions behind {@code =}; for completion. */
    Expressions expressions();

    /** The exit code that a line asked to leave with; null as long as none did. */
    @Nullable
    Integer leaving();

    /** The lines that the command that ran last wants carried out after itself; null when there are none. Told once. */
    default @Nullable FollowUp following() {
        return null;
    }
}
