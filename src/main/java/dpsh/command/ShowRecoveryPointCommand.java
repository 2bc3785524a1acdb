package dpsh.command;

import dpsh.backup.BackupInstance;
import dpsh.view.ExitCode;
import dpsh.view.RecoveryPointView;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one recovery point. */
@Reads
@Command(
        name = "show",
        description = "One recovery point of an instance; the newest unless one is named.",
        footer = {
            "recovery-point show msdiskbackup",
            "recovery-point show msdiskbackup 9db34ab2e18f4b268a0ac740ef8fa6bd"
        })
final class ShowRecoveryPointCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(
            index = "0",
            paramLabel = "INSTANCE",
            description = "Its name or ID, or the name or ID of what it protects.")
    private String instance = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "POINT",
            description = "The recovery point's name or ID; the newest otherwise.")
    private @Nullable String point;

    ShowRecoveryPointCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        BackupInstance found = desk.finder().instance(instance, null);
        desk.show(new RecoveryPointView(desk.serviceTime()), desk.vaultFinder().point(found, point));
        return ExitCode.DONE;
    }
}
