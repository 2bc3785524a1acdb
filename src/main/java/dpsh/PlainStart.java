package dpsh;

import dpsh.session.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arguments so plain that a look at them tells what the first prompt says: nothing must be parsed, and nothing can be wrong
 * with them, so the prompt comes before the command language is built (design, law 8). Everything else is parsed first, and
 * refused before there is a prompt.
 *
 * @param home what {@code --home} said, or null
 */
record PlainStart(boolean sandbox, @Nullable Path home) {
    private static final Set<String> FLAGS = Set.of("--sandbox", "--read-only", "--trace", "--yes", "-y");

    /** Null when the arguments are not of that kind. */
    static @Nullable PlainStart of(List<String> arguments) {
        Path home = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--home") && i + 1 < arguments.size() && isName(arguments.get(i + 1))) {
                home = Path.of(arguments.get(++i));
            } else if (!FLAGS.contains(argument)) {
                return null;
            }
        }
        return new PlainStart(arguments.contains("--sandbox"), home);
    }

    private static boolean isName(String argument) {
        return !argument.isBlank() && !argument.startsWith("-");
    }

    /** What the prompt calls the service; the same that the profile will say. */
    String label() {
        return sandbox ? Profile.SANDBOX_LABEL : Profile.AZURE_LABEL;
    }
}
