package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.client.SandboxDoor;
import dpsh.view.ExitCode;
import dpsh.view.RequestText;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Moves the sandbox's clock on. */
@Command(
        name = "advance",
        description = {"Jump ahead in the sandbox's time.", "Whatever is due until then has happened."},
        footer = {"sandbox clock advance 90s", "sandbox clock advance 1d", "sandbox clock advance P1DT2H"})
final class AdvanceClockCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(paramLabel = "DURATION", description = "Such as 90s, 15m, 2h, 1d or P1DT2H.")
    private Duration duration = Duration.ZERO;

    AdvanceClockCommand(Desk desk) {
        this.desk = desk;
    }

    /** Prints the new time and the speed. */
    @Override
    public ExitCode call() {
        if (duration.isNegative()) {
            throw new DpshException.Usage("a clock does not go back", null, null);
        }
        SandboxDoor.Asked advancing = SandboxDoor.advancing(duration);
        if (desk.settings().showRequest()) {
            desk.showing().shown(new RequestText(advancing.method(), advancing.path(), advancing.body()));
            return ExitCode.DONE;
        }
        desk.show(ClockReading.detail(desk.service().sandbox().advance(advancing)));
        return ExitCode.DONE;
    }
}
