package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.client.SandboxDoor;
import dpsh.view.ExitCode;
import dpsh.view.Noun;
import dpsh.view.RequestText;
import dpsh.view.Tone;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends one fault of the sandbox, or all. */
@Command(
        name = "clear",
        description = "End the fault of this ID, or all of them.",
        footer = {"sandbox fault clear", "sandbox fault clear 3"})
final class ClearFaultCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "FAULT-ID", description = "As `sandbox fault list` shows it.")
    private @Nullable String id;

    ClearFaultCommand(Desk desk) {
        this.desk = desk;
    }

    /** Prints nothing on standard output, and {@code 2 faults cleared} beside it. */
    @Override
    public ExitCode call() {
        if (id != null && !id.matches("\\d{1,9}")) {
            throw new DpshException.Usage("'" + id + "' is no fault's ID", "an ID is a number", null);
        }
        SandboxDoor.Asked clearing = SandboxDoor.clearing(id);
        if (desk.settings().showRequest()) {
            desk.showing().shown(new RequestText(clearing.method(), clearing.path(), null));
            return ExitCode.DONE;
        }
        int count = desk.service().sandbox().clear(clearing);
        desk.note(Noun.of("fault").count(count) + " cleared", Tone.DIM);
        return ExitCode.DONE;
    }
}
