package dpsh.command;

import dpsh.backup.DeletedInstance;
import dpsh.view.ExitCode;
import dpsh.view.OutcomeView;
import dpsh.view.Tone;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a soft-deleted instance back. */
@Command(
        name = "undelete",
        description = {
            "Bring a soft-deleted instance back with its data.",
            "It is stopped then: `instance resume` protects it again."
        },
        footer = {"instance undelete msdiskbackup"})
final class UndeleteInstanceCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final ChangeRun run;

    @Parameters(paramLabel = "INSTANCE", description = "Its name or ID, or the name or ID of what it protected.")
    private String instance = "";

    @Option(names = "--no-wait", description = "Return as soon as the service accepted it.")
    private boolean noWait;

    UndeleteInstanceCommand(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.run = new ChangeRun(desk, outcomes);
    }

    @Override
    public ExitCode call() {
        DeletedInstance deleted = desk.vaultFinder().deleted(instance);
        String what = deleted.datasource() == null
                ? deleted.name()
                : deleted.datasource().name();
        ExitCode code = run.run(desk.service().lifecycle().undelete(deleted), "undelete " + what, !noWait);
        if (code == ExitCode.DONE && !noWait && !desk.settings().showRequest()) {
            desk.note("`instance resume " + what + "` protects it again", Tone.DIM);
        }
        return code;
    }
}
