package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.view.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Leaves the session; whoever runs lines asks the session for it afterwards. */
@Command(
        name = "exit",
        aliases = "quit",
        description = {
            "Leave. What runs at the service goes on there.",
            "At the prompt it asks first while something does; --yes answers that."
        },
        footer = {"exit", "exit 3", "exit --yes"})
final class ExitCommand implements Callable<ExitCode> {
    private static final int GREATEST = 255;

    private final Desk desk;
    private final Leaving leaving;

    @Parameters(
            arity = "0..1",
            paramLabel = "CODE",
            defaultValue = "0",
            description = "The process's exit code, 0 to 255 (0 unless said).")
    private int code;

    ExitCommand(Desk desk, Background background) {
        this.desk = desk;
        this.leaving = new Leaving(desk, background);
    }

    @Override
    public ExitCode call() {
        if (code < 0 || code > GREATEST) {
            throw new DpshException.Usage(code + " is no exit code", "one lies between 0 and " + GREATEST, null);
        }
        if (leaving.confirmed()) {
            desk.session().leave(code);
        }
        return ExitCode.DONE;
    }
}
