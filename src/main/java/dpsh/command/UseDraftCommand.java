package dpsh.command;

import dpsh.backup.InstanceDraft;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a saved draft the session's. */
@Command(
        name = "use",
        description = "Make a saved draft the current one.",
        footer = {"draft use monday"})
final class UseDraftCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(paramLabel = "DRAFT", description = "Its name.")
    private String name = "";

    UseDraftCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        InstanceDraft draft = desk.session().saved().drafts().find(name);
        desk.session().keep(draft, name);
        desk.note("the draft is '" + name + "', for " + draft.datasource().name(), Tone.DIM);
        return ExitCode.DONE;
    }
}
