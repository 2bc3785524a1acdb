package dpsh.command;

import dpsh.backup.BackupInstance;
import dpsh.view.BackupInstanceView;
import dpsh.view.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one backup instance. */
@Command(name = "show", description = "One backup instance: policy, state, and what is wrong with it.")
final class ShowInstanceCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(paramLabel = "INSTANCE", description = "Its name or ID, or the name or ID of what it protects.")
    private String instance = "";

    ShowInstanceCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        BackupInstance found = desk.finder().instance(instance, null);
        desk.remember(List.of(ListInstancesCommand.seen(found)));
        desk.show(new BackupInstanceView().detail(found));
        return ExitCode.DONE;
    }
}
