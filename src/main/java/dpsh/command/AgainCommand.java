package dpsh.command;

import dpsh.view.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the last result once more, as this line wants it. Nothing is sent. */
@Command(
        name = "_",
        description = {
            "Show the last result again, in another shape. Nothing is sent.",
            "As it was then, relative times too. What a query finds is the last result then."
        },
        footer = {"_ -o yaml", "_ --sort -state --columns datasource,state", "_ --query \"[].name\" > names.txt"})
final class AgainCommand implements Callable<ExitCode> {
    private final Desk desk;

    AgainCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        desk.showing().again();
        return ExitCode.DONE;
    }
}
