package dpsh.command;

import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.SandboxFaultView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the faults in force in the sandbox. */
@Reads
@Command(
        name = "list",
        description = "The faults in force.",
        footer = {"sandbox fault list"})
final class ListFaultsCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;

    ListFaultsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        desk.show(new SandboxFaultView(), desk.service().sandbox().faults());
        return ExitCode.DONE;
    }

    @Override
    public List<Column> columns() {
        return SandboxFaultView.COLUMNS;
    }
}
