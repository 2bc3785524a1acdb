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

/** The commands on the first screen of help: those that belong together share a line, so that all of them fit. */
final class FirstScreen {
    private static final int WIDTH = 80;

    /** What is said of commands that share a line. A command that stands in none of them has a line of its own. */
    private static final List<Group> GROUPS = List.of(
            new Group("Where you work, and who you are.", "use", "status", "login", "whoami"),
            new Group("What there is to protect, and with what.", "vault", "policy", "datasource"),
            new Group("What is protected, and the roles for that.", "instance", "permission"),
            new Group("Check, grant, validate, create and watch at once.", "protect"),
            new Group("Your requests; backups and restores under way.", "operation", "job"),
            new Group("Many at once: plan, carry out, go on, see the end.", "plan", "apply", "runs", "results"),
            new Group("Groovy: a runbook, or what stands behind the =.", "run", EvaluateCommand.NAME),
            new Group("What of an instance can be restored.", "recovery-point"),
            new Group("How the shell looks and behaves.", "set"),
            new Group("Help, what an error means, leave.", "help", "explain", "exit"));

    private FirstScreen() {}

    private record Group(String words, List<String> commands) {
        Group(String words, String... commands) {
            this(words, List.of(commands));
        }
    }

    /** The lines of the root's command list. */
    static String commands(Help help) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (CommandLine command :
                new LinkedHashSet<>(help.commandSpec().subcommands().values())) {
            if (command.getCommandSpec().usageMessage().hidden()) {
                continue;
            }
            Group group = of(command.getCommandName());
            if (group == null) {
                lines.put(
                        command.getCommandName(),
                        command.getCommandSpec().usageMessage().description()[0]);
            } else {
                lines.put(String.join(", ", group.commands()), group.words());
            }
        }
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
