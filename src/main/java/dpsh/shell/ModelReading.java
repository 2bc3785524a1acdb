package dpsh.shell;

import dpsh.session.Known;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Tells by the command model what each word of a command is. Knows picocli, not the terminal. */
final class ModelReading {
    private final CommandLine root;
    private final Supplier<List<Known>> own;

    /** @param own the operator's own words, each with the line that it stands for */
    ModelReading(CommandLine root, List<Known> own) {
        this(root, () -> own);
    }

    /** @param own asked each time: they may change */
    ModelReading(CommandLine root, Supplier<List<Known>> own) {
        this.root = root;
        this.own = own;
    }

    /** What a word is. */
    enum Role {
        COMMAND,
        UNKNOWN_COMMAND,
        OPTION,
        UNKNOWN_OPTION,
        /** Something that a parameter or an option takes. */
        VALUE,
        /** A value that is none of those that its parameter takes. */
        WRONG_VALUE
    }

    /**
     * A word as the model reads it.
     *
     * @param about what it is for, on one line; null when the model does not say
     * @param kinds what kinds of things it may name, as {@link ValueKind} tells them
     * @param valueFrom where the value begins in {@code --option=value}; 0 when the word is no such thing
     */
    record Reading(Role role, @Nullable String about, List<String> kinds, int valueFrom) {}

    /** The readings of a command's words, one for each. The last word may be empty: what would stand there is read then. */
    List<Reading> read(List<String> words) {
        InnerLine inner = InnerLine.in(words, root);
        if (inner == null) {
            Walk walk = new Walk();
            return words.stream().map(walk::read).toList();
        }
        List<Reading> readings = new ArrayList<>(read(words.subList(0, inner.begin())));
        readings.addAll(read(words.subList(inner.begin(), inner.tail())));
        String about = null;
        for (String word : words.subList(inner.tail(), words.size())) {
            boolean value = about != null;
            about = value ? about : InnerLine.meaning(word);
            readings.add(new Reading(value ? Role.VALUE : Role.OPTION, about, List.of(), 0));
            about = value ? null : about;
        }
        return readings;
    }

    private final class Walk {
        private CommandLine command = root;
        private final List<String> arguments = new ArrayList<>();
        private @Nullable OptionSpec awaiting;
        private int due;
        private boolean optionsAllowed = true;
        /** Whether the model says nothing of what follows: a command of the shell itself, or one that there is not. */
        private boolean beyond;

        Reading read(String word) {
            if (beyond) {
                return new Reading(Role.VALUE, null, List.of(), 0);
            }
            OptionSpec option = awaiting;
            if (due > 0 && option != null) {
                due--;
                return value(option, word);
            }
            if (optionsAllowed && word.equals("--")) {
                optionsAllowed = false;
                return new Reading(Role.OPTION, "what stands behind it is no option", List.of(), 0);
            }
            boolean positionalsOnly = spec().parser().stopAtPositional() && !arguments.isEmpty();
            if (optionsAllowed && !positionalsOnly && word.startsWith("-") && !isNumber(word)) {
                return option(word);
            }
            return argument(word);
        }

        private CommandSpec spec() {
            return command.getCommandSpec();
        }

        private Reading option(String word) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            OptionSpec found = spec().findOption(name);
            if (found == null && word.length() > 2 && !word.startsWith("--")) {
                found = spec().findOption(word.substring(0, 2)); // -ojson
            }
            if (found == null) {
                boolean free = spec().parser().unmatchedOptionsArePositionalParams();
                String about = equals < 0 ? optionsLike(word) : null;
                return new Reading(free ? Role.VALUE : Role.UNKNOWN_OPTION, about, List.of(), 0);
            }
            awaiting = found;
            boolean attached = equals >= 0 || !name.equals(word) || spec().findOption(word) == null;
            due = attached ? 0 : found.arity().min();
            return new Reading(
                    Role.OPTION, about(found), ValueKind.of(found, command, arguments), equals < 0 ? 0 : equals + 1);
        }

        private Reading argument(String word) {
            CommandLine sub = arguments.isEmpty() ? command.getSubcommands().get(word) : null;
            if (sub != null) {
                command = sub;
                return new Reading(Role.COMMAND, about(sub), List.of(), 0);
            }
            if (command == root && arguments.isEmpty()) {
                for (Known known : own.get()) {
                    if (known.value().equals(word)) {
                        beyond = true;
                        arguments.add(word);
                        return new Reading(Role.COMMAND, known.value() + "  " + known.description(), List.of(), 0);
                    }
                }
            }
            PositionalParamSpec parameter = positional();
            boolean named = arguments.isEmpty() && !command.getSubcommands().isEmpty();
            if (!word.isEmpty()) {
                arguments.add(word);
            }
            if (parameter != null) {
                return value(parameter, word);
            }
            if (named) {
                beyond = true;
                return new Reading(Role.UNKNOWN_COMMAND, commandsLike(word), List.of(), 0);
            }
            return new Reading(Role.VALUE, null, List.of(), 0);
        }

        private Reading value(ArgSpec argument, String word) {
            boolean wrong = argument.type().isEnum()
                    && argument.completionCandidates() != null
                    && !word.isEmpty()
                    && !isOneOf(argument.completionCandidates(), word);
            return new Reading(
                    wrong ? Role.WRONG_VALUE : Role.VALUE,
                    about(argument),
                    ValueKind.of(argument, command, arguments),
                    0);
        }

        private @Nullable PositionalParamSpec positional() {
            return spec().positionalParameters().stream()
                    .filter(p -> !p.hidden()
                            && p.index().min() <= arguments.size()
                            && arguments.size() <= p.index().max())
                    .findFirst()
                    .orElse(null);
        }

        /** The one option that begins so, or the names of all that do. */
        private @Nullable String optionsLike(String typed) {
            List<OptionSpec> like = spec().options().stream()
                    .filter(o -> !o.hidden() && Arrays.stream(o.names()).anyMatch(name -> name.startsWith(typed)))
                    .toList();
            return like.size() == 1
                    ? about(like.get(0))
                    : among(like.stream().map(OptionSpec::longestName).toList());
        }

        private @Nullable String commandsLike(String typed) {
            List<CommandLine> like = command.getSubcommands().entrySet().stream()
                    .filter(e -> e.getKey().startsWith(typed)
                            && e.getKey().equals(e.getValue().getCommandName())
                            && !e.getValue().getCommandSpec().usageMessage().hidden())
                    .map(Map.Entry::getValue)
                    .toList();
            boolean all = command == root && typed.isEmpty();
            return all
                    ? null
                    : like.size() == 1
                            ? about(like.get(0))
                            : among(like.stream()
                                    .map(CommandLine::getCommandName)
                                    .toList());
        }
    }

    private static boolean isNumber(String word) {
        return word.equals("-") || word.matches("-\\d[\\d.]*");
    }

    private static boolean isOneOf(Iterable<String> candidates, String word) {
        for (String candidate : candidates) {
            if (candidate.equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String among(List<String> names) {
        return names.isEmpty() ? null : String.join("  ", names);
    }

    /** {@code vault list  List the vaults.}, and of a group {@code vault  Look at vaults: list, show}. */
    private static String about(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        String names = command.getSubcommands().values().stream()
                .filter(sub -> !sub.getCommandSpec().usageMessage().hidden())
                .map(CommandLine::getCommandName)
                .distinct()
                .collect(Collectors.joining(", "));
        String path = spec.qualifiedName(" ").replaceFirst("^\\S+ ?", "");
        String what = path + "  " + sentence(spec.usageMessage().description());
        return names.isEmpty() ? what : what.replaceFirst("\\.$", "") + ": " + names;
    }

    private static String about(ArgSpec argument) {
        String label = argument.paramLabel().replaceAll("[<>]", "");
        String name = argument instanceof OptionSpec option
                ? String.join(", ", option.names()) + (option.arity().max() == 0 ? "" : " " + label)
                : label;
        return name + "  " + sentence(argument.description());
    }

    private static String sentence(String[] description) {
        String text = CommandLine.Help.Ansi.OFF.string(String.join(" ", description));
        return text.replace("%n", " ")
                .replace("%%", "%")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
