package dpsh.command;

import dpsh.client.Operation;
import dpsh.store.OperationRow;
import dpsh.view.ExitCode;
import dpsh.view.OutcomeView;
import dpsh.view.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Follows operations until they end. */
@Command(
        name = "watch",
        description = {
            "Follow operations until they end, telling how they go.",
            "All open ones unless numbers are given. Ctrl-C detaches."
        },
        footer = {"operation watch", "operation watch 7 8"})
final class WatchOperationCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final OperationWatch watch;

    @Parameters(arity = "0..*", paramLabel = "OPERATION", description = "Its number.")
    private List<Long> numbers = new ArrayList<>();

    WatchOperationCommand(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.watch = new OperationWatch(desk, outcomes);
    }

    @Override
    public ExitCode call() {
        List<Long> wanted = numbers.isEmpty()
                ? desk.service().operations().list(true, 1000).stream()
                        .map(OperationRow::number)
                        .sorted()
                        .toList()
                : List.copyOf(numbers);
        if (wanted.isEmpty()) {
            desk.note("no operation is open", Tone.DIM);
        }
        List<Operation> operations =
                wanted.stream().map(desk.service().operations()::pickUp).toList();
        return watch.each(operations, true);
    }
}
