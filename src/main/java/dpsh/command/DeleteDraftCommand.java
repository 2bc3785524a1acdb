package dpsh.command;

import dpsh.backup.InstanceDraft;
import dpsh.view.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Forgets a saved draft. */
@Command(
        name = "delete",
        description = "Forget a saved draft. Nothing changes at the service.",
        footer = {"draft delete monday"})
final class DeleteDraftCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(paramLabel = "DRAFT", description = "Its name.")
    private String name = "";

    DeleteDraftCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        desk.session().saved().drafts().delete(name);
        InstanceDraft draft = desk.session().draft();
        if (draft != null && name.equals(desk.session().draftName())) {
            desk.session().keep(draft);
        }
        return ExitCode.DONE;
    }
}
