package dpsh.command;

import dpsh.backup.ErrorCatalog;
import dpsh.view.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The last error in full. Nothing is sent. */
@Command(
        name = "last",
        description = "The last error in full: what the service said, its request, what helps.",
        footer = {"last", "last -o json"})
final class LastCommand implements Callable<ExitCode> {
    private final LastError error;

    LastCommand(Desk desk, ErrorCatalog catalog) {
        this.error = new LastError(desk, catalog);
    }

    @Override
    public ExitCode call() {
        error.show();
        return ExitCode.DONE;
    }
}
