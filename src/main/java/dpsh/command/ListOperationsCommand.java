package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.OperationView;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the operations of the ledger. Nothing is sent. */
@Reads
@Command(
        name = "list",
        description = "The operations of this and earlier sessions, newest first.",
        footer = {"operation list", "operation list --open"})
final class ListOperationsCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;

    @Option(names = "--open", description = "Only those that have not ended.")
    private boolean open;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "At most so many (50 unless said).")
    private int limit;

    ListOperationsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        if (limit < 1) {
            throw new DpshException.Usage(
                    "a list of " + limit + " operations is none", null, "--limit takes 1 or more");
        }
        desk.show(new OperationView(Instant.now()), desk.service().operations().list(open, limit));
        return ExitCode.DONE;
    }

    @Override
    public List<Column> columns() {
        return OperationView.COLUMNS;
    }
}
