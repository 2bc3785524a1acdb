package dpsh.command;

import dpsh.arm.DpshException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Help texts, and what is said of a line that cannot be understood. */
final class Usages {
    private Usages() {}

    /** Shows a command's own options in its help; the options of every command stand in the root's. */
    static void shape(CommandLine command) {
        for (CommandLine sub : command.getSubcommands().values()) {
            sub.getCommandSpec().usageMessage().abbreviateSynopsis(true);
            sub.getHelpSectionMap().put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST, Usages::ownOptions);
            sub.getCommandSpec()
                    .usageMessage()
                    .footer(withFooter(sub.getCommandSpec().usageMessage().footer()));
            shape(sub);
        }
    }

    private static String[] withFooter(String[] own) {
        String[] footer = new String[own.length + 1];
        System.arraycopy(own, 0, footer, 0, own.length);
        footer[own.length] = "Options of every command: `help`.";
        return footer;
    }

    private static String ownOptions(Help help) {
        List<OptionSpec> own = help.commandSpec().options().stream()
                .filter(option -> !option.inherited() && !option.hidden())
                .toList();
        return help.optionListExcludingGroups(own);
    }

    /** A group of commands was named without saying which. */
    static DpshException.Usage incomplete(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName().replaceFirst("^dpsh ?", "");
        String known = command.getSubcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(entry -> entry.getKey())
                .collect(Collectors.joining(", "));
        return new DpshException.Usage(
                name.isEmpty() ? "no command was given" : "`" + name + "` is not a whole command",
                "it takes one of " + known,
                "`help" + (name.isEmpty() ? "" : " " + name) + "` tells more");
    }

    /** What picocli found wrong, in our words. */
    static DpshException.Usage explained(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName().replaceFirst("^dpsh ?", "");
        String help = "`help" + (name.isEmpty() ? "" : " " + name) + "` shows how it is written";
        if (e instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().isEmpty()
                    ? ""
                    : unmatched.getUnmatched().get(0);
            List<String> near = unmatched.getSuggestions();
            boolean isCommand =
                    !first.startsWith("-") && !command.getSubcommands().isEmpty();
            String otherwise = isCommand ? help.replace("shows how it is written", "lists the commands") : help;
            String next = near.isEmpty() ? otherwise : "did you mean " + String.join(" or ", near) + "?";
            return new DpshException.Usage(
                    (isCommand ? "there is no command '" : "'")
                            + (isCommand && !name.isEmpty() ? name + " " : "")
                            + first
                            + (isCommand ? "'" : "' is not understood here"),
                    null,
                    next);
        }
        return new DpshException.Usage(lowered(e.getMessage()), null, help);
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
