package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Help texts, and what is said of a line that cannot be understood. */
final class Usages {
    private static final Pattern NUMBER_WANTED = Pattern.compile(" is not an? (int|long|double|byte|short|float)$");
    private static final Pattern VALUE_WANTED = Pattern.compile("parameter for option '([^']+)'");

    private Usages() {}

    /**
     * Gives every command's help one shape: what it does, its own arguments and options, examples. The options of every command
     * stand in the root's.
     */
    static void shape(CommandLine command) {
        for (CommandLine sub : new LinkedHashSet<>(command.getSubcommands().values())) {
            UsageMessageSpec usage = sub.getCommandSpec().usageMessage();
            usage.abbreviateSynopsis(true)
                    .descriptionHeading("%n")
                    .parameterListHeading("%nArguments:%n")
                    .optionListHeading(own(sub.getCommandSpec()).isEmpty() ? "" : "%nOptions:%n")
                    .commandListHeading("%nCommands:%n");
            sub.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, Usages::ownOptions);
            sub.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, Usages::footer);
            shape(sub);
        }
    }

    /** Examples are never broken into two lines. */
    private static String footer(Help help) {
        StringBuilder footer = new StringBuilder();
        String[] examples = help.commandSpec().usageMessage().footer();
        if (examples.length > 0) {
            footer.append(examples.length == 1 ? "\nExample:\n" : "\nExamples:\n");
            for (String example : examples) {
                footer.append("  ").append(example).append('\n');
            }
        }
        return footer.append("\nOptions of every command: `help options`.\n").toString();
    }

    private static List<OptionSpec> own(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.inherited() && !option.hidden())
                .toList();
    }

    /** The options that every command takes. */
    static String options(CommandLine root) {
        Help help = root.getHelp();
        return "Options, before or after a command:\n" + help.optionList();
    }

    /** All commands below this one and itself, each once. */
    static List<CommandLine> everyCommand(CommandLine root) {
        List<CommandLine> all = new ArrayList<>(List.of(root));
        for (int i = 0; i < all.size(); i++) {
            new LinkedHashSet<>(all.get(i).getSubcommands().values())
                    .stream()
                            .filter(sub -> !sub.getCommandSpec().usageMessage().hidden())
                            .forEach(all::add);
        }
        return all;
    }

    /** What a command does, as one line. */
    static String about(CommandLine command) {
        return command.getCommandSpec().usageMessage().description()[0];
    }

    private static String ownOptions(Help help) {
        return help.optionListExcludingGroups(own(help.commandSpec()));
    }

    /** A group of commands was named without saying which. */
    static DpshException.Usage incomplete(CommandLine command) {
        String name = name(command);
        return new DpshException.Usage(
                name.isEmpty() ? "no command was given" : "`" + name + "` is not a whole command",
                "it takes one of " + String.join(", ", names(command)),
                "`help" + (name.isEmpty() ? "" : " " + name) + "` tells more");
    }

    /** What picocli found wrong, in our words. @param beginnings what a line may begin with */
    static DpshException.Usage explained(ParameterException e, Collection<String> beginnings) {
        CommandLine command = e.getCommandLine();
        String name = name(command);
        String help = "`help" + (name.isEmpty() ? "" : " " + name) + "` shows how it is written";
        ArgSpec argument = e.getArgSpec();
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> words = unmatched.getUnmatched();
            Collection<String> commands = name.isEmpty() ? beginnings : names(command);
            return unmatched(command, commands, words.isEmpty() ? "" : words.get(0), help);
        }
        if (e instanceof MissingParameterException missing) {
            return missing(missing, name, help);
        }
        if (argument != null
                && e.getValue() != null
                && NUMBER_WANTED.matcher(e.getMessage()).find()) {
            return new DpshException.Usage(
                    "'" + e.getValue() + "' is no number", label(argument) + " takes a whole one", help);
        }
        return new DpshException.Usage(lowered(e.getMessage()), null, help);
    }

    /** A word of the line that no command is called. @param commands what it may have meant */
    static DpshException.Usage unknown(CommandLine command, Collection<String> commands, String word, String help) {
        String prefix = name(command).isEmpty() ? "" : name(command) + " ";
        List<String> near = Nearest.to(word, commands);
        return new DpshException.Usage(
                "there is no command '" + prefix + word + "'",
                null,
                near.isEmpty()
                        ? help
                        : "did you mean "
                                + near.stream()
                                        .map(one -> "`" + prefix + one + "`")
                                        .collect(Collectors.joining(" or "))
                                + "?");
    }

    private static DpshException.Usage unmatched(
            CommandLine command, Collection<String> commands, String word, String help) {
        if (!word.startsWith("-")) {
            boolean numbers = command.getCommandSpec().positionalParameters().stream()
                    .anyMatch(positional -> positional.auxiliaryTypes()[0] == Long.class);
            if (numbers) {
                return new DpshException.Usage("'" + word + "' is no number", "operations are told by theirs", help);
            }
            return command.getSubcommands().isEmpty()
                    ? new DpshException.Usage(
                            "'" + word + "' is one word too many for `" + name(command) + "`", null, help)
                    : unknown(command, commands, word, help.replace("shows how it is written", "lists the commands"));
        }
        List<String> options = command.getCommandSpec().options().stream()
                .flatMap(option -> Arrays.stream(option.names()))
                .filter(option -> option.startsWith("--"))
                .toList();
        List<String> near = Nearest.to(word.replaceFirst("=.*", ""), options);
        return new DpshException.Usage(
                (name(command).isEmpty() ? "dpsh" : "`" + name(command) + "`") + " has no option '" + word + "'",
                null,
                near.isEmpty() ? help : "did you mean " + String.join(" or ", near) + "?");
    }

    private static DpshException.Usage missing(MissingParameterException e, String name, String help) {
        Matcher valueless = VALUE_WANTED.matcher(e.getMessage());
        if (valueless.find()) {
            return new DpshException.Usage(valueless.group(1) + " lacks its value", null, help);
        }
        List<String> lacking = e.getMissing().stream()
                .sorted(Comparator.comparing(ArgSpec::isOption))
                .map(one -> one.isOption() ? label(one) + " " + one.paramLabel() : one.paramLabel())
                .toList();
        if (lacking.isEmpty()) {
            return new DpshException.Usage(lowered(e.getMessage()), null, help);
        }
        return new DpshException.Usage("`" + name + "` lacks " + String.join(", ", lacking), null, help);
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** "instance create"; empty for the root. */
    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName().replaceFirst("^dpsh ?", "");
    }

    static List<String> names(CommandLine command) {
        return command.getSubcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String lowered(String message) {
        return message.isEmpty()
                ? "the line is not understood"
                : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    /** With {@code --trace}, where an error came from. */
    static void trace(Throwable error, PrintWriter err) {
        for (Throwable link = error; link != null; link = link.getCause()) {
            err.println("  " + link.getClass().getName());
            StackTraceElement[] frames = link.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, 12); i++) {
                err.println("    at " + frames[i]);
            }
        }
        err.flush();
    }
}
