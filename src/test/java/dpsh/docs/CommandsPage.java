package dpsh.docs;

import dpsh.command.CommandRunner;
import dpsh.command.NoSandbox;
import dpsh.view.ExitCode;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code docs/commands.md}, made from the model that the commands themselves are. */
final class CommandsPage {
    static final Path FILE = Path.of("docs", "commands.md");

    private static final String HEAD = """
        # Commands of dpsh

        <!-- Made from the commands themselves; do not edit. Write it anew: mvn -q test -Dtest=CommandsPageTest -Ddpsh.docs=write -->

        `help` and `help COMMAND` show the same in the shell. NAME|ID: a plain name is looked up where the line stands, then in
        all subscriptions that can be read; a name that is found twice is refused with both IDs. IDs have no case.

        """;

    private static final String SHAPES = """
        ## CSV and TSV

        `-o csv` prints the titles and a row for each thing that a command lists, the labels and one row for one thing; nothing
        is cut, what is not there is empty, and IDs have columns of their own. It is quoted as RFC 4180 says, and a value that a
        spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, and is no number) has an apostrophe in front.
        `-o tsv` prints the same values with tabs between them and without titles, for `cut` and `while read`.

        ## JSON

        `-o json` prints one value, `-o jsonl` one value a line. A resource (subscription, vault, policy, datasource, backup
        instance) is the service's own JSON, as it answered. What is dpsh's own has these shapes; members without a value are null.

        | command | shape |
        |---|---|
        | `status` | `{"profile","service","endpoint","apiVersion","subscription","group","vault","readOnly","mode","draft","draftName","openOperations","known","chosen"}` |
        | `set` | `[{"key","value","default","saved","choices","description"}]` |
        | `draft list` | `[{"draft","current","instance","datasource","policy"}]`; `draft show` prints the request body |
        | `alias` | `[{"alias","line"}]` |
        | `history` | `[{"number","time","line"}]`; the time in UTC |
        | `profile list`, `show` | `{"name","current","next","sandbox","endpoint","cloud","apiVersion","subscription","group","vault","mode","rules":[…]}`, a list of them for `list` |
        | `protection list` | `[{"kind","name","mode","id"}]`; the modes are open, protected, read-only |
        | `login`, `whoami` | `{"name","objectId","tenant","source","expires","endpoint"}` |
        | `instance build` | the request body of validateForBackup |
        | `instance validate`, `create`, `delete` | `{"outcome","detail"}`; a failure is `{"outcome":"failed","code","cause","next","status","correlationId"}`. The outcomes are succeeded, failed, canceled, running, unknown, notSent |
        | `instance update`, `backup`, `stop`, `suspend`, `resume`, `sync`, `undelete`, `job watch` | the same; where it is so already `{"outcome":"unchanged","detail"}` |
        | `refresh` | `[{"kind","known","oldest"}]` |
        | `coverage` | `[{"datasource","kind","location","standing","instance","vault","policy","state","code","message","keptUntil"}]`; the standing is protected, pending, failing, stopped, deleted, unprotected or other |
        | `permission check`, `grant` | `[{"role","roleDefinition","scope","held","through","assignment"}]` |
        | `protect disk`, `protect blob` | `[{"datasource","result","detail","instance"}]`; result is protected, unchanged, blocked (with `"codes"`), failed (with `"outcome"`), running (with `"operation"`) or shown |
        | `operation list`, `show`, `watch`, `wait` | `{"number","operation","target","state","open","detail","code","message","cause","correlationId","clientRequestId","created","ended"}`, a list of them except for `show` |
        | `plan disks`, `plan blobs`, `plan show` | the plan file itself: `{"dpsh":"plan/1","sha256","plan":{"id","madeAt","endpoint","tenant","title","scope","notes","grants","forecast","items":[{"number","verdict","kind","datasource","vault","policy","snapshotGroup","instance","location","standing","missing","findings"}]}}`; with jsonl the head, then an item a line |
        | `apply`, `runs resume`, `runs retry`, `results` | `[{"number","kind","datasource","region","vault","policy","snapshotGroup","instance","state","code","message","fix","activity","operation","attempts","started","submitted","ended"}]`; the states are planned, granted, validated, submitted, configuring, protected, unchanged, blocked, failed, unknown |
        | `runs list`, `show` | `{"number","title","state","plan","grant","scope","total","done","failed","items":{STATE: count},"created","ended"}`, a list of them for `list` |
        | `watch` | `[{"ref","what","target","state","note","running","begun","elapsedSeconds"}]`, what ran while it watched; with jsonl each change as it comes |
        | `explain` | `{"code","phase","meaning","fix","command","outside","waitingHelps"}` |
        | `last`, `explain last` | `{"error":{"code","message","cause","next","correlationId","exitCode","when","line","operation","request":{"method","url","clientRequestId"},"answer":{"status","requestId","correlationId","body"},"causes":[…]}}`; the body is the service's own |
        | `sandbox clock` | `{"time","speed"}` |
        | `sandbox fault add`, `list` | `{"id","line","fired"}`, a list of them for `list` |
        | any command with `--show-request` | `[{"method","url","body"}]` |
        | an error, on standard error | `{"error":{"code","message","cause","next","correlationId","exitCode"}}` |

        """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private CommandsPage() {}

    /** The whole page. */
    static String text() {
        return new CommandsPage().written();
    }

    private String written() {
        CommandLine root = new CommandRunner(
                        () -> {
                            throw new IllegalStateException("the page needs no session");
                        },
                        NoSandbox.doors(),
                        InputStream.nullInputStream())
                .model();
        page.append("    ")
                .append(root.getCommandSpec().usageMessage().customSynopsis()[0])
                .append("\n\n");
        contents(root);
        page.append("## Options of every command\n\nBefore or after the command.\n\n");
        table("option", List.copyOf(root.getCommandSpec().options()));
        for (CommandLine command : distinct(root)) {
            command(command);
        }
        page.append(SHAPES);
        exitCodes();
        return page.toString();
    }

    private void contents(CommandLine root) {
        page.append("| command | |\n|---|---|\n");
        for (CommandLine command : distinct(root)) {
            for (CommandLine leaf : leaves(command)) {
                String name = name(leaf);
                page.append("| [`")
                        .append(name)
                        .append("`](#")
                        .append(title(leaf).replace("=", "").replace(' ', '-'))
                        .append(") | ");
                page.append(leaf.getCommandSpec().usageMessage().description()[0])
                        .append(" |\n");
            }
        }
        page.append('\n');
    }

    /** A heading needs a word for a link to lead there. */
    private static String title(CommandLine leaf) {
        return name(leaf).equals("=") ? "= EXPRESSION" : name(leaf);
    }

    private void command(CommandLine command) {
        for (CommandLine leaf : leaves(command)) {
            CommandSpec spec = leaf.getCommandSpec();
            page.append("## ").append(title(leaf)).append("\n\n");
            page.append(String.join(" ", spec.usageMessage().description())).append("\n\n");
            List<ArgSpec> positional = List.copyOf(spec.positionalParameters());
            List<OptionSpec> own = spec.options().stream()
                    .filter(option -> !option.inherited() && !option.hidden())
                    .toList();
            page.append("    ")
                    .append(synopsis(leaf, positional, !own.isEmpty()))
                    .append("\n\n");
            table("argument", positional);
            table("option", List.copyOf(own));
            String[] examples = spec.usageMessage().footer();
            page.append(examples.length == 1 ? "Example:\n\n" : "Examples:\n\n");
            Arrays.stream(examples)
                    .forEach(line -> page.append("    ").append(line).append('\n'));
            page.append('\n');
        }
    }

    private static String synopsis(CommandLine leaf, List<ArgSpec> positional, boolean options) {
        return name(leaf)
                + (options ? " [OPTIONS]" : "")
                + positional.stream().map(one -> " " + label(one)).collect(Collectors.joining());
    }

    private static String label(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            String names = Arrays.stream(option.names()).collect(Collectors.joining(", "));
            boolean value = option.arity().max() > 0;
            return names + (value ? " " + option.paramLabel() : "") + (option.required() ? " (required)" : "");
        }
        String several = argument.arity().max() > 1 && !argument.paramLabel().contains("[") ? "..." : "";
        String label = argument.paramLabel() + several;
        return argument.arity().min() == 0 ? "[" + label + "]" : label;
    }

    private void table(String heading, List<ArgSpec> arguments) {
        List<ArgSpec> shown =
                arguments.stream().filter(argument -> !argument.hidden()).toList();
        if (shown.isEmpty()) {
            return;
        }
        page.append("| ").append(heading).append(" | |\n|---|---|\n");
        for (ArgSpec argument : shown) {
            page.append("| `").append(label(argument).replace("|", "\\|")).append("` | ");
            page.append(String.join(" ", argument.description()).replace("|", "\\|"))
                    .append(" |\n");
        }
        page.append('\n');
    }

    private void exitCodes() {
        page.append("## Exit codes\n\n| code | |\n|---|---|\n");
        for (ExitCode code : ExitCode.values()) {
            String meaning =
                    switch (code) {
                        case DONE -> "done";
                        case FAILED -> "failed: refused by a check or by the service, or not reached";
                        case USAGE -> "wrong usage: nothing was sent that changes anything";
                        case PARTLY -> "partly done, or a list came to an end too soon";
                        case NOT_ALLOWED -> "not signed in, not allowed, or read-only";
                        case TIMED_OUT -> "out of time, or throttled for too long; the service goes on";
                        case INTERRUPTED -> "interrupted";
                    };
            page.append("| ")
                    .append(code.number())
                    .append(" | ")
                    .append(meaning)
                    .append(" |\n");
        }
    }

    private static List<CommandLine> distinct(CommandLine parent) {
        return List.copyOf(new LinkedHashSet<>(parent.getSubcommands().values()));
    }

    private static List<CommandLine> leaves(CommandLine command) {
        return command.getSubcommands().isEmpty() ? List.of(command) : distinct(command);
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec()
                .qualifiedName()
                .replaceFirst("^dpsh ", "")
                .toLowerCase(Locale.ROOT);
    }
}
