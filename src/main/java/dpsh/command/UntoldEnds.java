package dpsh.command;

import dpsh.client.Operation;
import dpsh.store.OperationRow;
import dpsh.store.OperationState;
import dpsh.view.Cell;
import dpsh.view.OperationView;
import dpsh.view.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How operations ended that were followed, until it is told. What ends while a command runs waits for the command: should it
 * have waited for that end, it has told it itself. Thread safe.
 */
final class UntoldEnds {
    /** More at once are told in one line. */
    private static final int EACH = 4;

    private final List<End> ends = new ArrayList<>();

    private record End(Operation operation, OperationRow row) {}

    synchronized void add(List<Operation> ended) {
        ended.forEach(operation -> ends.add(new End(operation, operation.row())));
    }

    void tell(Consumer<Cell> teller) {
        List<OperationRow> untold = take();
        if (untold.size() <= EACH) {
            untold.forEach(row -> teller.accept(OperationView.ended(row)));
            return;
        }
        long well = untold.stream()
                .filter(row -> row.state() == OperationState.SUCCEEDED)
                .count();
        teller.accept(Cell.of(
                untold.size() + " operations ended, " + well + " of them well; `operation list` shows them",
                well == untold.size() ? Tone.GOOD : Tone.WARNING));
    }

    synchronized List<OperationRow> take() {
        List<OperationRow> untold = ends.stream()
                .filter(end -> !end.operation().wasTold())
                .map(End::row)
                .toList();
        ends.clear();
        return untold;
    }
}
