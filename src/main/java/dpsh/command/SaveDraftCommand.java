package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.backup.InstanceDraft;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Keeps the session's draft under a name. */
@Command(
        name = "save",
        description = "Keep the current draft under a name; also for later sessions.",
        footer = {"draft save monday"})
final class SaveDraftCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(
            paramLabel = "NAME",
            description = "Letters, digits, - and _. One that has the name already is replaced.")
    private String name = "";

    SaveDraftCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        InstanceDraft draft = desk.session().draft();
        if (draft == null) {
            throw new DpshException.Usage(
                    "there is no draft to save",
                    null,
                    "`instance build disk NAME --policy P --snapshot-group G` makes one");
        }
        desk.session().saved().drafts().keep(name, draft);
        desk.session().keep(draft, name);
        desk.note("saved as '" + name + "'; `instance create --draft " + name + "` takes it", Tone.DIM);
        return ExitCode.DONE;
    }
}
