package dpsh.command;

import dpsh.backup.BackupInstance;
import dpsh.view.ExitCode;
import dpsh.view.RecoveryPointView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the recovery points of an instance. */
@Command(
        name = "list",
        description = "Recovery points of an instance, newest first, as the service lists them.",
        footer = {"recovery-point list msdiskbackup"})
final class ListRecoveryPointsCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(paramLabel = "INSTANCE", description = "Its name or ID, or the name or ID of what it protects.")
    private String instance = "";

    ListRecoveryPointsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        BackupInstance found = desk.finder().instance(instance, null);
        return desk.show(
                desk.service().backup().recoveryPoints(found.id()), new RecoveryPointView(desk.serviceTime())::listing);
    }
}
