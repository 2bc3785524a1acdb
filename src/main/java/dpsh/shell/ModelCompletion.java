package dpsh.shell;

import dpsh.command.StartOptions;
import dpsh.session.Known;
import dpsh.session.KnownValues;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Asks the command model what may stand at a place in a line. Knows picocli, not the terminal. */
final class ModelCompletion {
    private final CommandLine model;
    private final KnownValues known;
    private final ModelValues values;
    private final Supplier<List<Known>> own;

    /** @param own further words where a command begins */
    ModelCompletion(CommandLine model, KnownValues known, List<Known> own) {
        this(model, known, () -> own);
    }

    /** @param own the operator's own words, offered beside the commands; each stands for the line in its description */
    ModelCompletion(CommandLine model, KnownValues known, Supplier<List<Known>> own) {
        this.model = model;
        this.known = known;
        this.values = new ModelValues(known);
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
        List<String> words = meant(before);
        InnerLine inner = InnerLine.in(words, model);
        return inner == null ? plain(words, current) : within(inner, words, current);
    }

    private List<Known> plain(List<String> before, String current) {
        LinePlace place = LinePlace.behind(before, model);
        if (place.awaiting() != null) {
            return values.at(place, place.awaiting(), current);
        }
        if (place.optionsAllowed() && current.startsWith("-")) {
            int equals = current.indexOf('=');
            return equals < 0 ? Matching.beginning(options(place), current) : attached(place, current, equals);
        }
        if (InnerLine.mayBegin(place, current)) {
            // A word of one's own is put in its place where a line begins, and in another such word's line.
            boolean watched = place.arguments().isEmpty();
            return Matching.beginning(watched ? commands(model) : subcommands(model), current);
        }
        List<Known> all = new ArrayList<>(
                place.arguments().isEmpty() ? Matching.beginning(subcommands(place.command()), current) : List.of());
        List<Known> found = new ArrayList<>();
        for (PositionalParamSpec parameter : place.spec().positionalParameters()) {
            if (!parameter.hidden()
                    && LinePlace.stands(parameter, place.arguments().size())) {
                found.addAll(values.at(place, parameter, current));
            }
        }
        all.addAll(all.isEmpty() ? found : Matching.beginning(found, current));
        return all;
    }

    /** Within the line of another command, or behind it. */
    private List<Known> within(InnerLine inner, List<String> before, String current) {
        String due = inner.due(before);
        if (!due.isEmpty()) {
            return due.equals("every") ? known.candidates("duration", current) : List.of();
        }
        List<Known> next = Matching.beginning(inner.next(before), current);
        if (inner.tail() < before.size()) {
            return current.startsWith("-") ? at(before.subList(inner.begin(), inner.tail()), current) : next;
        }
        List<String> line = before.subList(inner.begin(), before.size());
        List<Known> all = new ArrayList<>(at(line, current));
        if (LinePlace.behind(meant(line), model).mayEnd()) {
            all.addAll(next);
        }
        return all;
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

    /** And, where a line begins, the operator's own words. */
    private List<Known> subcommands(CommandLine command) {
        List<Known> found = commands(command);
        if (command == model) {
            own.get().stream()
                    .filter(b -> !command.getSubcommands().containsKey(b.value()))
                    .forEach(found::add);
        }
        return found;
    }

    private static List<Known> commands(CommandLine command) {
        List<Known> found = new ArrayList<>();
        command.getSubcommands().forEach((name, sub) -> {
            boolean alias = !name.equals(sub.getCommandName());
            if (!alias && !sub.getCommandSpec().usageMessage().hidden()) {
                found.add(new Known(
                        name, firstLine(sub.getCommandSpec().usageMessage().description()), "commands", true));
            }
        });
        return found;
    }

    private static List<Known> options(LinePlace place) {
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

    private List<Known> attached(LinePlace place, String current, int equals) {
        OptionSpec option = place.spec().findOption(current.substring(0, equals));
        if (option == null) {
            return List.of();
        }
        String name = current.substring(0, equals + 1);
        String typed = current.substring(equals + 1);
        return values.at(place, option, typed).stream()
                .map(k -> new Known(name + k.value(), k.description(), k.group(), k.complete()))
                .toList();
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
