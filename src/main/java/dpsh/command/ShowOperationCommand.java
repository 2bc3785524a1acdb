package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.client.Operation;
import dpsh.view.ExitCode;
import dpsh.view.OperationView;
import dpsh.view.Tone;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one operation, asking the service how it stands when it has not ended. */
@Reads
@Command(
        name = "show",
        description = "One operation in full; the service is asked if it is still open.",
        footer = {"operation show 7"})
final class ShowOperationCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(paramLabel = "OPERATION", description = "Its number.")
    private long number;

    ShowOperationCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        Operation operation = desk.service().operations().pickUp(number);
        if (operation.isOpen()) {
            look(operation);
        }
        desk.show(new OperationView(Instant.now()), operation.row());
        return ExitCode.DONE;
    }

    /** What is on record is shown even when the service cannot be asked, or its word cannot be written down. */
    private void look(Operation operation) {
        try {
            operation.look();
        } catch (DpshException.Transport
                | DpshException.TimedOut
                | DpshException.Service
                | DpshException.LedgerUnavailable e) {
            desk.note("warning: " + desk.said(e).text() + " This is what is on record.", Tone.WARNING);
        }
    }
}
