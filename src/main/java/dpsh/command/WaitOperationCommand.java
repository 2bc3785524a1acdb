package dpsh.command;

import dpsh.client.Operation;
import dpsh.view.ExitCode;
import dpsh.view.OutcomeView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Waits for operations without a word, for scripts. */
@Command(
        name = "wait",
        description = {"Wait until operations end, without progress.", "The exit code tells how they ended."},
        footer = {"operation wait 7 8 --timeout 20m"})
final class WaitOperationCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final OperationWatch watch;

    @Parameters(arity = "1..*", paramLabel = "OPERATION", description = "Its number.")
    private List<Long> numbers = new ArrayList<>();

    WaitOperationCommand(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.watch = new OperationWatch(desk, outcomes);
    }

    @Override
    public ExitCode call() {
        List<Operation> operations =
                numbers.stream().map(desk.service().operations()::pickUp).toList();
        return watch.each(operations, false);
    }
}
