package dpsh;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arguments so plain that a look at them tells what the first prompt says: nothing must be parsed, so the prompt comes before
 * the command language is built (design, law 8). Everything else is parsed first, and refused before there is a prompt.
 *
 * @param home what {@code --home} said, or null
 * @param profile what {@code --profile} said, or null
 * @param init whether the init file is carried out
 * @param readOnly whether every change is refused
 */
record PlainStart(
        boolean sandbox, @Nullable Path home, @Nullable String profile, boolean init, boolean readOnly) {
    private static final Set<String> FLAGS = Set.of("--sandbox", "--read-only", "--trace", "--yes", "-y", "--no-init");

    /** Null when the arguments are not of that kind. */
    static @Nullable PlainStart of(List<String> arguments) {
        Path home = null;
        String profile = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean named = i + 1 < arguments.size() && isName(arguments.get(i + 1));
            if (argument.equals("--home") && named) {
                home = Path.of(arguments.get(++i));
            } else if (argument.equals("--profile") && named) {
                profile = arguments.get(++i);
            } else if (!FLAGS.contains(argument)) {
                return null;
            }
        }
        return new PlainStart(
                arguments.contains("--sandbox"),
                home,
                profile,
                !arguments.contains("--no-init"),
                arguments.contains("--read-only"));
    }

    private static boolean isName(String argument) {
        return !argument.isBlank() && !argument.startsWith("-");
    }
}
