package dpsh.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/**
 * The first screen of help: every command, and where more is told. Those that belong together share a line, so that all of it
 * fits on a small terminal with the next prompt below.
 */
final class FirstScreen {
    private static final int WIDTH = 80;

    /** What is said of commands that share a line. A command that stands in none of them has a line of its own. */
    private static final List<Group> GROUPS = List.of(
            new Group("Check, grant, create and watch at once.", "protect"),
            new Group("Where you work, and who you are.", "use", "status", "login", "whoami"),
            new Group("What there is to protect, and with what.", "vault", "policy", "datasource"),
            new Group("What is protected, and what is not.", "instance", "coverage"),
            new Group("Roles; backups; what can be restored.", "permission", "job", "recovery-point"),
            new Group("Your requests, and what becomes of them.", "operation", "watch"),
            new Group("Many at once.", "plan", "apply", "runs", "results"),
            new Group("Groovy: a file, behind =; the last result.", "run", EvaluateCommand.NAME, "_"),
            new Group("Where you may change things.", "profile", "protection"),
            new Group("How the shell behaves; lines from files.", "set", "alias", "source", "timing"),
            new Group("What you typed and built; what Tab knows.", "history", "edit", "draft", "refresh"),
            new Group("A rehearsal that lasts, and its faults.", "sandbox"),
            new Group("What went wrong, and what helps.", "explain", "last"),
            new Group("Help; a first protection; leave.", "help", "tour", "exit"));

    private static final String MORE = """

        help COMMAND    one command, with examples    help topics     what else is told
        help options    options of every command      explain CODE    an error, a state
        Tab completes, Ctrl-R searches earlier lines, Ctrl-D leaves.
        """;

    private FirstScreen() {}

    private record Group(String words, List<String> commands) {
        Group(String words, String... commands) {
            this(words, List.of(commands));
        }
    }

    /** The whole screen. */
    static String text(CommandLine root) {
        return "dpsh protects storage accounts and managed disks with Azure Backup's REST API.\n\n"
                + commands(root.getHelp())
                + MORE;
    }

    /** The lines of the root's command list. */
    static String commands(Help help) {
        Set<String> known = new LinkedHashSet<>();
        Map<String, String> alone = new LinkedHashMap<>();
        for (CommandLine command :
                new LinkedHashSet<>(help.commandSpec().subcommands().values())) {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                known.add(command.getCommandName());
                if (of(command.getCommandName()) == null) {
                    alone.put(command.getCommandName(), Usages.about(command));
                }
            }
        }
        Map<String, String> lines = new LinkedHashMap<>();
        for (Group group : GROUPS) {
            List<String> there =
                    group.commands().stream().filter(known::contains).toList();
            if (!there.isEmpty()) {
                lines.put(String.join(", ", there), group.words());
            }
        }
        lines.putAll(alone);
        int names = lines.keySet().stream().mapToInt(String::length).max().orElse(0) + 4;
        StringBuilder text = new StringBuilder();
        lines.forEach((name, words) -> text.append(line(name, words, names)));
        return text.toString();
    }

    /** Every command that a line speaks for. */
    static Set<String> grouped() {
        Set<String> all = new LinkedHashSet<>();
        GROUPS.forEach(group -> all.addAll(group.commands()));
        return all;
    }

    private static @Nullable Group of(String command) {
        return GROUPS.stream()
                .filter(group -> group.commands().contains(command))
                .findFirst()
                .orElse(null);
    }

    private static String line(String name, String words, int from) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String word : words.split(" ")) {
            if (part.length() + word.length() + 1 > WIDTH - from) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(part.isEmpty() ? "" : " ").append(word);
        }
        parts.add(part.toString());
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String left = i == 0 ? "  " + name : "";
            lines.append(left)
                    .append(" ".repeat(from - left.length()))
                    .append(parts.get(i))
                    .append('\n');
        }
        return lines.toString();
    }
}
