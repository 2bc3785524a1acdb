package dpsh;

import dpsh.command.StartOptions;
import dpsh.session.PlaceNames;
import dpsh.session.ServiceChoice;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments say that the first prompt depends on. Most are so plain that a look at them tells it: nothing must be
 * parsed, so the prompt comes before the command language is built (design, law 8). Everything else is parsed first, and refused
 * before there is a prompt.
 *
 * @param service what the arguments say of it
 * @param estate what {@code --estate} said, or null
 * @param home what {@code --home} said, or null
 * @param profile what {@code --profile} said, or null
 * @param place where the session shall stand, not looked up yet
 * @param init whether the init file is carried out
 * @param readOnly whether every change is refused
 */
record PlainStart(
        ServiceChoice service,
        @Nullable Path estate,
        @Nullable Path home,
        @Nullable String profile,
        PlaceNames place,
        boolean init,
        boolean readOnly) {
    private static final Set<String> FLAGS = Set.of("--sandbox", "--read-only", "--trace", "--yes", "-y", "--no-init");
    private static final Set<String> VALUED = Set.of(
            "--endpoint",
            "--cloud",
            "--api-version",
            "--speed",
            "--estate",
            "--home",
            "--profile",
            "--subscription",
            "--group",
            "--vault");

    /** Null when the arguments are not of that kind: another option, a value twice, or none. */
    static @Nullable PlainStart of(List<String> arguments) {
        Set<String> flags = new HashSet<>();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean named = i + 1 < arguments.size() && isName(arguments.get(i + 1));
            boolean plain = VALUED.contains(argument) && named
                    ? values.put(argument, arguments.get(++i)) == null
                    : FLAGS.contains(argument);
            if (!plain) {
                return null;
            }
            flags.add(argument);
        }
        Double speed = number(values.get("--speed"));
        if (speed == null && values.containsKey("--speed")) {
            return null;
        }
        return new PlainStart(
                new ServiceChoice(
                        flags.contains("--sandbox"),
                        values.get("--endpoint"),
                        values.get("--cloud"),
                        values.get("--api-version"),
                        speed),
                path(values.get("--estate")),
                path(values.get("--home")),
                values.get("--profile"),
                new PlaceNames(values.get("--subscription"), values.get("--group"), values.get("--vault")),
                !flags.contains("--no-init"),
                flags.contains("--read-only"));
    }

    /** The same of arguments that were parsed. */
    static PlainStart of(StartOptions options) {
        return new PlainStart(
                options.service(),
                options.estate(),
                options.home(),
                options.profile(),
                options.startPlace(),
                !options.noInit(),
                options.settings().readOnly());
    }

    private static boolean isName(String argument) {
        return !argument.isBlank() && !argument.startsWith("-");
    }

    private static @Nullable Path path(@Nullable String value) {
        return value == null ? null : Path.of(value);
    }

    private static @Nullable Double number(@Nullable String value) {
        return value != null && value.matches("\\d{1,9}(\\.\\d{1,9})?") ? Double.valueOf(value) : null;
    }
}
