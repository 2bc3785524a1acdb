package dpsh.shell;

import dpsh.command.StartOptions;
import dpsh.session.Known;
import dpsh.session.KnownValues;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Asks the command model what may stand at a place in a line. Knows picocli, not the terminal. */
final class ModelCompletion {
    private final CommandLine model;
    private final KnownValues values;
    private final List<Known> builtIns;

    /** @param builtIns commands that the shell carries out itself, offered beside those of the model */
    ModelCompletion(CommandLine model, KnownValues values, List<Known> builtIns) {
        this.model = model;
        this.values = values;
        this.builtIns = List.copyOf(builtIns);
    }

    /**
     * What may stand behind the words; all of it begins with what was typed, without regard to case.
     *
     * @param before the words in front of the cursor's
     * @param current the cursor's word up to the cursor
     */
    List<Known> at(List<String> before, String current) {
        Place place = walk(before);
        List<Known> all;
        if (place.awaiting() != null) {
            all = values(place, place.awaiting(), current);
        } else if (place.optionsAllowed() && current.startsWith("-")) {
            int equals = current.indexOf('=');
            all = equals < 0 ? options(place) : attached(place, current, equals);
        } else {
            all = new ArrayList<>(place.arguments().isEmpty() ? subcommands(place.command()) : List.of());
            for (PositionalParamSpec parameter : place.spec().positionalParameters()) {
                if (!parameter.hidden()
                        && parameter.index().min() <= place.arguments().size()
                        && place.arguments().size() <= parameter.index().max()) {
                    all.addAll(values(place, parameter, current));
                }
            }
        }
        String typed = current.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(k -> k.value().toLowerCase(Locale.ROOT).startsWith(typed))
                .toList();
    }

    /**
     * A place in a line.
     *
     * @param arguments the positional arguments in front
     * @param awaiting the option whose value is due, or null
     * @param used the options that were given already
     */
    private record Place(
            CommandLine command,
            List<String> arguments,
            @Nullable OptionSpec awaiting,
            boolean optionsAllowed,
            Set<OptionSpec> used) {
        CommandSpec spec() {
            return command.getCommandSpec();
        }
    }

    private Place walk(List<String> before) {
        CommandLine command = model;
        List<String> arguments = new ArrayList<>();
        int due = 0;
        OptionSpec awaiting = null;
        boolean optionsAllowed = true;
        Set<OptionSpec> used = new HashSet<>();
        for (String word : before) {
            if (due > 0) {
                due--;
            } else if (optionsAllowed && word.equals("--")) {
                optionsAllowed = false;
            } else if (optionsAllowed && word.startsWith("-") && word.length() > 1) {
                int equals = word.indexOf('=');
                awaiting = command.getCommandSpec().findOption(equals < 0 ? word : word.substring(0, equals));
                if (awaiting != null) {
                    used.add(awaiting);
                    due = equals < 0 ? awaiting.arity().min() : 0;
                }
            } else if (arguments.isEmpty() && command.getSubcommands().containsKey(word)) {
                command = command.getSubcommands().get(word);
            } else {
                arguments.add(word);
            }
        }
        return new Place(command, arguments, due > 0 ? awaiting : null, optionsAllowed, used);
    }

    private List<Known> subcommands(CommandLine command) {
        List<Known> found = new ArrayList<>();
        command.getSubcommands().forEach((name, sub) -> {
            boolean alias = !name.equals(sub.getCommandName());
            if (!alias && !sub.getCommandSpec().usageMessage().hidden()) {
                found.add(new Known(
                        name, firstLine(sub.getCommandSpec().usageMessage().description()), "commands", true));
            }
        });
        if (command == model) {
            builtIns.stream()
                    .filter(b -> !command.getSubcommands().containsKey(b.value()))
                    .forEach(found::add);
        }
        return found;
    }

    private static List<Known> options(Place place) {
        List<Known> found = new ArrayList<>();
        for (OptionSpec option : place.spec().options()) {
            boolean spent = !option.isMultiValue()
                    && place.used().stream().anyMatch(u -> u.longestName().equals(option.longestName()));
            if (!option.hidden() && !spent && !isOfTheStart(option)) {
                String group = option.inherited() ? "options of every command" : "options";
                found.add(new Known(option.longestName(), firstLine(option.description()), group, true));
            }
        }
        return found;
    }

    /** Those that choose the service are refused inside a session. */
    private static boolean isOfTheStart(OptionSpec option) {
        return option.userObject() instanceof Field field && field.getDeclaringClass() == StartOptions.class
                || option.versionHelp();
    }

    private List<Known> attached(Place place, String current, int equals) {
        OptionSpec option = place.spec().findOption(current.substring(0, equals));
        if (option == null) {
            return List.of();
        }
        String name = current.substring(0, equals + 1);
        return values(place, option, current.substring(equals + 1)).stream()
                .map(k -> new Known(name + k.value(), k.description(), k.group(), k.complete()))
                .toList();
    }

    private List<Known> values(Place place, ArgSpec argument, String typed) {
        List<Known> found = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates()
                    .forEach(c -> found.add(new Known(c, "", ValueKind.heading(argument), true)));
        }
        for (String kind : ValueKind.of(argument, place.command(), place.arguments())) {
            List<Known> offers =
                    kind.equals(ValueKind.FILE) ? LocalFiles.candidates(typed) : values.candidates(kind, typed);
            if (!offers.isEmpty()) {
                found.addAll(offers);
                break;
            }
        }
        return found;
    }

    private static String firstLine(String[] description) {
        if (description.length == 0) {
            return "";
        }
        String line = CommandLine.Help.Ansi.OFF
                .string(description[0])
                .split("%n|\\R", 2)[0]
                .strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
