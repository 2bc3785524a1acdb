package dpsh.command;

import dpsh.backup.BackupInstance;
import dpsh.view.Consequences;
import dpsh.view.ExitCode;
import dpsh.view.OutcomeView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Suspends the backups of an instance. */
@Command(
        name = "suspend",
        description = {
            "Suspend backups; what there is expires by its policy. Asks first.",
            "The latest recovery point stays. `instance resume` undoes it."
        },
        footer = {"instance suspend msdiskbackup", "instance suspend msdiskbackup --yes"})
final class SuspendInstanceCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final ChangeRun run;

    @Parameters(paramLabel = "INSTANCE", description = "Its name or ID, or the name or ID of what it protects.")
    private String instance = "";

    @Option(names = "--no-wait", description = "Return as soon as the service accepted it.")
    private boolean noWait;

    SuspendInstanceCommand(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.run = new ChangeRun(desk, outcomes);
    }

    @Override
    public ExitCode call() {
        BackupInstance found = desk.finder().instance(instance, null);
        String name = ChangeRun.label("suspend", found);
        String consequence = Consequences.ofSuspending(found);
        if (consequence != null) {
            desk.confirm(consequence, "yes");
        }
        return run.run(desk.service().lifecycle().suspend(found), name, !noWait);
    }
}
