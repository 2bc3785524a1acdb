package dpsh.command;

import dpsh.backup.BackupInstance;
import dpsh.view.ExitCode;
import dpsh.view.OutcomeView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has the service try again what failed last of an instance. */
@Command(
        name = "sync",
        description = "Have the service try again what failed last.",
        footer = {"instance sync msdiskbackup", "instance sync msdiskbackup --force"})
final class SyncInstanceCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final ChangeRun run;

    @Parameters(paramLabel = "INSTANCE", description = "Its name or ID, or the name or ID of what it protects.")
    private String instance = "";

    @Option(names = "--force", description = "ForceResync: also what the service holds for well.")
    private boolean force;

    @Option(names = "--no-wait", description = "Return as soon as the service accepted it.")
    private boolean noWait;

    SyncInstanceCommand(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.run = new ChangeRun(desk, outcomes);
    }

    @Override
    public ExitCode call() {
        BackupInstance found = desk.finder().instance(instance, null);
        return run.run(desk.service().lifecycle().sync(found, force), ChangeRun.label("sync", found), !noWait);
    }
}
