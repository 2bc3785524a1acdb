package dpsh.shell;

import dpsh.command.StartOptions;
import dpsh.session.Known;
import dpsh.session.KnownValues;
import dpsh.session.LineSoFar;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Asks the command model what may stand at a place in a line. Knows picocli, not the terminal. */
final class ModelCompletion {
    /** The command that takes another one with all its words. */
    private static final String WATCH = "watch";

    private final CommandLine model;
    private final KnownValues values;
    private final Supplier<List<Known>> own;

    /** @param own further words where a command begins */
    ModelCompletion(CommandLine model, KnownValues values, List<Known> own) {
        this(model, values, () -> own);
    }

    /** @param own the operator's own words, offered beside the commands; each stands for the line in its description */
    ModelCompletion(CommandLine model, KnownValues values, Supplier<List<Known>> own) {
        this.model = model;
        this.values = values;
        this.own = own;
    }

    /**
     * What may stand behind the words, best first. Without regard to case it begins with what was typed; where no value does,
     * it has that in it. Of several things with the name that was typed, the IDs.
     *
     * @param before the words in front of the cursor's
     * @param current the cursor's word up to the cursor
     */
    List<Known> at(List<String> before, String current) {
        int inner = innerLine(before);
        if (inner >= 0) {
            return at(before.subList(inner, before.size()), current);
        }
        Place place = walk(meant(before));
        if (place.awaiting() != null) {
            return matching(values(place, place.awaiting(), current), current);
        }
        if (place.optionsAllowed() && current.startsWith("-")) {
            int equals = current.indexOf('=');
            return equals < 0 ? beginning(options(place), current) : attached(place, current, equals);
        }
        List<Known> all = new ArrayList<>(
                place.arguments().isEmpty() ? beginning(subcommands(place.command()), current) : List.of());
        if (place.command().getCommandName().equals(WATCH)) {
            return beginning(subcommands(model), current);
        }
        List<Known> found = new ArrayList<>();
        for (PositionalParamSpec parameter : place.spec().positionalParameters()) {
            if (!parameter.hidden() && stands(parameter, place.arguments().size())) {
                found.addAll(values(place, parameter, current));
            }
        }
        all.addAll(all.isEmpty() ? matching(found, current) : beginning(found, current));
        return all;
    }

    /** Where the command behind {@code watch} begins, which is a line of its own; below 0 when there is none. */
    private int innerLine(List<String> before) {
        for (int at = 1; at < before.size(); at++) {
            Place place = walk(before.subList(0, at));
            boolean word = !before.get(at).startsWith("-") && place.awaiting() == null;
            if (word
                    && place.command().getCommandName().equals(WATCH)
                    && place.arguments().isEmpty()) {
                return at;
            }
        }
        return -1;
    }

    private static boolean stands(PositionalParamSpec parameter, int index) {
        return parameter.index().min() <= index && index <= parameter.index().max();
    }

    private static List<Known> beginning(List<Known> all, String typed) {
        return all.stream()
                .filter(known -> begins(known.value(), typed) || isNamed(known, typed))
                .toList();
    }

    /** Whether it is the ID of something that is called so: of one of several, where a name is not enough. */
    private static boolean isNamed(Known known, String typed) {
        String value = known.value();
        return value.startsWith("/")
                && (begins(value.substring(value.lastIndexOf('/') + 1), typed) || begins(known.description(), typed));
    }

    private static List<Known> matching(List<Known> all, String typed) {
        List<Known> beginning = beginning(all, typed);
        String folded = typed.toLowerCase(Locale.ROOT);
        return !beginning.isEmpty()
                ? beginning
                : all.stream()
                        .filter(known -> known.value().toLowerCase(Locale.ROOT).contains(folded))
                        .toList();
    }

    private static boolean begins(String value, String typed) {
        return value.regionMatches(true, 0, typed, 0, typed.length());
    }

    /** Behind one of the operator's own words stands what may stand behind its line. */
    private List<String> meant(List<String> before) {
        if (before.isEmpty() || model.getSubcommands().containsKey(before.get(0))) {
            return before;
        }
        for (Known word : own.get()) {
            if (word.value().equals(before.get(0))) {
                List<String> words = new ArrayList<>(Words.scan(word.description()).words().stream()
                        .map(Words.Word::text)
                        .toList());
                words.addAll(before.subList(1, before.size()));
                return words;
            }
        }
        return before;
    }

    /**
     * A place in a line.
     *
     * @param arguments the positional arguments in front
     * @param awaiting the option whose value is due, or null
     * @param used the options that were given already
     * @param line what was given so far
     */
    private record Place(
            CommandLine command,
            List<String> arguments,
            @Nullable OptionSpec awaiting,
            boolean optionsAllowed,
            Set<OptionSpec> used,
            LineSoFar line) {
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
        return new Place(command, arguments, due > 0 ? awaiting : null, optionsAllowed, used, line);
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
            own.get().stream()
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
        String typed = current.substring(equals + 1);
        return matching(values(place, option, typed), typed).stream()
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
            List<Known> offers = kind.equals(ValueKind.FILE)
                    ? LocalFiles.candidates(typed, place.line().command().contains("run") ? ".groovy" : "")
                    : values.candidates(kind, typed, place.line());
            if (!offers.isEmpty()) {
                // With a hyphen in front it would be read as an option, whatever it is the name of.
                offers.stream().filter(offer -> !offer.value().startsWith("-")).forEach(found::add);
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
