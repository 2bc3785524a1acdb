package dpsh.shell;

import dpsh.session.LineSoFar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A place in a line, as the command model sees it.
 *
 * @param arguments the positional arguments in front
 * @param awaiting the option whose value is due, or null
 * @param used the options that were given already
 * @param line what was given so far
 */
record LinePlace(
        CommandLine command,
        List<String> arguments,
        @Nullable OptionSpec awaiting,
        boolean optionsAllowed,
        Set<OptionSpec> used,
        LineSoFar line) {
    CommandSpec spec() {
        return command.getCommandSpec();
    }

    /** Whether the command could end here: it is no group of others, and all that it must have is there. */
    boolean mayEnd() {
        return awaiting == null
                && command.getSubcommands().isEmpty()
                && spec().positionalParameters().stream()
                        .allMatch(parameter -> parameter.arity().min() == 0
                                || parameter.index().min() < arguments.size());
    }

    /** The place behind these words. */
    static LinePlace behind(List<String> before, CommandLine model) {
        CommandLine command = model;
        List<String> arguments = new ArrayList<>();
        int due = 0;
        OptionSpec awaiting = null;
        boolean optionsAllowed = true;
        Set<OptionSpec> used = new HashSet<>();
        Map<String, List<String>> given = new HashMap<>();
        for (String word : before) {
            if (due > 0) {
                due--;
                give(given, ValueKind.of(awaiting, command, arguments), word);
            } else if (optionsAllowed && word.equals("--")) {
                optionsAllowed = false;
            } else if (optionsAllowed && word.startsWith("-") && word.length() > 1) {
                int equals = word.indexOf('=');
                awaiting = command.getCommandSpec().findOption(equals < 0 ? word : word.substring(0, equals));
                if (awaiting != null) {
                    used.add(awaiting);
                    due = equals < 0 ? awaiting.arity().min() : 0;
                    if (equals >= 0) {
                        give(given, ValueKind.of(awaiting, command, arguments), word.substring(equals + 1));
                    }
                }
            } else if (arguments.isEmpty() && command.getSubcommands().containsKey(word)) {
                command = command.getSubcommands().get(word);
            } else {
                for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
                    if (stands(parameter, arguments.size())) {
                        give(given, ValueKind.of(parameter, command, arguments), word);
                    }
                }
                arguments.add(word);
            }
        }
        LineSoFar line = new LineSoFar(path(command), given);
        return new LinePlace(command, arguments, due > 0 ? awaiting : null, optionsAllowed, used, line);
    }

    /** Whether the parameter stands at this place among the arguments. */
    static boolean stands(PositionalParamSpec parameter, int index) {
        return parameter.index().min() <= index && index <= parameter.index().max();
    }

    private static void give(Map<String, List<String>> given, List<String> kinds, String word) {
        kinds.stream().limit(1).forEach(kind -> given.computeIfAbsent(kind, k -> new ArrayList<>())
                .add(word));
    }

    private static List<String> path(CommandLine command) {
        List<String> names = new ArrayList<>();
        for (CommandLine at = command; at.getParent() != null; at = at.getParent()) {
            names.add(0, at.getCommandName());
        }
        return names;
    }
}
