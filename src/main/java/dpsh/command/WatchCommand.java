package dpsh.command;

import dpsh.backup.ErrorCatalog;
import dpsh.view.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Watches what goes on. */
@Command(
        name = "watch",
        description = {
            "Watch operations, jobs and runs of this and earlier sessions; ? tells the keys.",
            "Without a terminal: a line for each change, until nothing runs."
        },
        footer = {"watch", "watch --inline", "watch --all"})
final class WatchCommand implements Callable<ExitCode> {
    private final WatchAll all;

    @Option(names = "--all", description = "With the jobs of all vaults that you can read.")
    private boolean everywhere;

    @Option(names = "--inline", description = "In a few lines in place of the whole screen, until nothing runs.")
    private boolean inline;

    WatchCommand(Desk desk, ErrorCatalog catalog, Background background) {
        this.all = new WatchAll(desk, catalog, background);
    }

    @Override
    public ExitCode call() {
        return all.watch(everywhere, inline);
    }
}
