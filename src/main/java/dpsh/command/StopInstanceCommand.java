package dpsh.command;

import dpsh.backup.BackupInstance;
import dpsh.view.Consequences;
import dpsh.view.ExitCode;
import dpsh.view.OutcomeView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops backups and retention of an instance. */
@Command(
        name = "stop",
        description = {
            "Stop backups; what there is is kept for ever. Asks first.",
            "Operational blob backup cannot be stopped, only deleted. `instance resume` undoes it."
        },
        footer = {"instance stop msdiskbackup", "instance stop msdiskbackup --yes"})
final class StopInstanceCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final ChangeRun run;

    @Parameters(paramLabel = "INSTANCE", description = "Its name or ID, or the name or ID of what it protects.")
    private String instance = "";

    @Option(names = "--no-wait", description = "Return as soon as the service accepted it.")
    private boolean noWait;

    StopInstanceCommand(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.run = new ChangeRun(desk, outcomes);
    }

    @Override
    public ExitCode call() {
        BackupInstance found = desk.finder().instance(instance, null);
        String name = ChangeRun.label("stop", found);
        String consequence = Consequences.ofStopping(found);
        if (consequence != null) {
            desk.confirm(consequence, "yes");
        }
        return run.run(desk.service().lifecycle().stop(found), name, !noWait);
    }
}
