package dpsh.command;

import dpsh.backup.ErrorCatalog;
import dpsh.view.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Watches what goes on. */
@Command(
        name = "watch",
        description = {
            "Watch operations, jobs and runs of this and earlier sessions; ? tells the keys.",
            "Without a terminal: a line for each change, until nothing runs.",
            "With a COMMAND that shows or lists something: do it again and again, with a star",
            "at what has changed. Behind it may stand every DURATION (10s unless said), until",
            "JMESPATH (ends when that is true of the result's JSON) and times N. Options of",
            "watch stand before the COMMAND."
        },
        footer = {
            "watch",
            "watch --inline --all",
            "watch instance list every 30s",
            "watch job list until \"length([?properties.status=='InProgress']) == `0`\""
        })
final class WatchCommand implements Callable<ExitCode> {
    private final WatchAll all;
    private final WatchRepeated repeated;

    @Option(names = "--all", description = "With the jobs of all vaults that you can read.")
    private boolean everywhere;

    @Option(names = "--inline", description = "In a few lines in place of the whole screen, until nothing runs.")
    private boolean inline;

    @Option(names = "--times", paramLabel = "N", description = "Look so often at most; for a COMMAND.")
    private @Nullable Integer times;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "What to do again and again.")
    private List<String> words = new ArrayList<>();

    WatchCommand(Desk desk, ErrorCatalog catalog, Background background, InnerLines inner) {
        this.repeated = new WatchRepeated(desk, inner);
        this.all = new WatchAll(desk, catalog, background);
    }

    @Override
    public ExitCode call() {
        List<String> line = new ArrayList<>(words);
        if (times != null) {
            line.addAll(List.of("times", String.valueOf(times)));
        }
        if (!line.isEmpty()) {
            return repeated.watch(WatchLine.of(line), inline);
        }
        return all.watch(everywhere, inline);
    }
}
