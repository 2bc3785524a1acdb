package dpsh.command;

import dpsh.view.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Leaves the session. */
@Command(
        name = "exit",
        aliases = "quit",
        description = "Leave. What runs at the service goes on there.",
        footer = {"exit"})
final class ExitCommand implements Callable<ExitCode> {
    private final Desk desk;

    ExitCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        desk.session().leave();
        return ExitCode.DONE;
    }
}
