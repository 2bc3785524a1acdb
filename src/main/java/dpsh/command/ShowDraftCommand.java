package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.backup.InstanceDraft;
import dpsh.client.Bodies;
import dpsh.view.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a draft as JSON. */
@Command(
        name = "show",
        description = "A draft as it would be sent: the current one, or a saved one.",
        footer = {"draft show", "draft show monday"})
final class ShowDraftCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "DRAFT", description = "Its name; the current one unless given.")
    private @Nullable String name;

    ShowDraftCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        InstanceDraft draft = name == null
                ? desk.session().draft()
                : desk.session().saved().drafts().find(name);
        if (draft == null) {
            throw new DpshException.Usage("there is no draft", null, "`draft list` shows the saved ones");
        }
        desk.showing().showBody(Bodies.toCreate(draft));
        return ExitCode.DONE;
    }
}
