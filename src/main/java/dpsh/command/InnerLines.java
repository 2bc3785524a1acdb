package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.session.Settings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Lines that a command carries out as a part of itself: of those commands only that read, and with {@code --read-only} in
 * front, so that the transport refuses what they should not do.
 */
final class InnerLines {
    private final CommandRunner runner;
    private final Desk desk;
    private final LineOptions options;

    /** @param options of the line that is being carried out */
    InnerLines(CommandRunner runner, Desk desk, LineOptions options) {
        this.runner = runner;
        this.desk = desk;
        this.options = options;
    }

    /** How a line ended. @param json what it showed, as {@code -o json} has it; null when that was nothing */
    record Ended(int code, @Nullable String json) {}

    /**
     * The line with the options of the one around it in front.
     *
     * @throws DpshException.Usage when it is none that only reads
     */
    List<String> prepared(List<String> words) {
        List<String> prepared = new ArrayList<>(List.of("--read-only"));
        add(prepared, "--subscription", options.subscription);
        add(prepared, "--group", options.group);
        add(prepared, "--vault", options.vault);
        add(prepared, "--output", options.output);
        add(prepared, "--query", options.query);
        add(prepared, "--columns", options.columns.isEmpty() ? null : String.join(",", options.columns));
        add(prepared, "--sort", options.sort.isEmpty() ? null : String.join(",", options.sort));
        prepared.addAll(words);
        ParseResult last;
        try {
            last = CommandRunner.last(runner.model().parseArgs(prepared.toArray(String[]::new)));
        } catch (ParameterException e) {
            String alias = words.isEmpty() ? null : runner.aliases().get(words.get(0));
            if (alias != null) {
                throw new DpshException.Usage(
                        "'" + words.get(0) + "' is a word of your own",
                        "a command is repeated",
                        "`watch " + alias + "`");
            }
            throw Usages.explained(e, Usages.names(runner.model()));
        }
        if (!last.commandSpec().userObject().getClass().isAnnotationPresent(Reads.class)) {
            throw new DpshException.Usage(
                    "'" + last.commandSpec().qualifiedName(" ").replaceFirst("^dpsh ", "") + "' is not repeated",
                    "only what shows or lists something is",
                    "`watch --help` shows examples");
        }
        return List.copyOf(prepared);
    }

    private static void add(List<String> words, String option, @Nullable String value) {
        if (value != null) {
            words.add(option + "=" + value);
        }
    }

    /** Carries out what was prepared; then the line around it goes on on its own screen. */
    Ended run(List<String> prepared, Screen on) {
        Settings around = desk.settings();
        Screen screen = desk.screen();
        Tap tap = new Tap();
        desk.showing().tap(tap);
        try {
            int code = runner.run(prepared, on);
            return new Ended(code, tap.json());
        } finally {
            desk.showing().tap(null);
            desk.session().begin(around);
            desk.begin(screen);
        }
    }
}
