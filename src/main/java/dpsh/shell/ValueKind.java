package dpsh.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Tells from a parameter's type and label what kind of thing stands there. {@code DISK} and {@code <disk>} want a disk; a
 * label that only says {@code ID} or {@code NAME} leaves it to the option's name ({@code --vault NAME}) or to the commands
 * ({@code instance show NAME}). Where the first argument is one of a fixed set of words, it says it best ({@code use vault
 * NAME}, {@code instance build disk DATASOURCE}).
 */
final class ValueKind {
    static final String FILE = "file";
    private static final Set<String> GENERIC = Set.of("id", "ids", "name", "names", "value", "word", "resource", "n");

    private ValueKind() {}

    /**
     * The kinds to try, best first.
     *
     * @param arguments the positional arguments in front
     */
    static List<String> of(ArgSpec argument, CommandLine command, List<String> arguments) {
        Class<?> type = type(argument);
        if (type == Path.class || type == File.class) {
            return List.of(FILE);
        }
        List<String> kinds = new ArrayList<>(argument.isOption() ? List.of() : chosen(command, arguments));
        kinds.addAll(labelled(argument));
        if (!kinds.isEmpty()) {
            return kinds;
        }
        if (argument.isOption()) {
            String name = ((CommandLine.Model.OptionSpec) argument).longestName();
            return List.of(name.replaceFirst("^-+", ""));
        }
        for (CommandLine at = command; at.getParent() != null; at = at.getParent()) {
            kinds.add(at.getCommandName());
        }
        return kinds;
    }

    /** What it takes, or what each element is of a list that it takes. */
    static Class<?> type(ArgSpec argument) {
        return argument.auxiliaryTypes().length > 0 ? argument.auxiliaryTypes()[0] : argument.type();
    }

    /** The heading over the values of a parameter. */
    static String heading(ArgSpec argument) {
        List<String> labelled = labelled(argument);
        return labelled.isEmpty() ? "values" : labelled.get(0);
    }

    /** The kind that the first argument names, where it is one of a fixed set of words. */
    private static List<String> chosen(CommandLine command, List<String> arguments) {
        if (arguments.isEmpty()) {
            return List.of();
        }
        for (PositionalParamSpec first : command.getCommandSpec().positionalParameters()) {
            if (first.index().contains(0) && first.completionCandidates() != null) {
                for (String word : first.completionCandidates()) {
                    if (word.equalsIgnoreCase(arguments.get(0))) {
                        return List.of(word.toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        return List.of();
    }

    private static List<String> labelled(ArgSpec argument) {
        String label = argument.paramLabel().replaceAll("[<>\\[\\].]", "");
        List<String> kinds = new ArrayList<>();
        for (String part : label.split("[|/, ]+")) {
            String kind = part.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                    .replace('_', '-')
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("-(id|ids|name|names)$", "");
            if (!kind.isEmpty() && !GENERIC.contains(kind) && !kinds.contains(kind)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
