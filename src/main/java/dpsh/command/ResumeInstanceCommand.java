package dpsh.command;

import dpsh.backup.BackupInstance;
import dpsh.view.ExitCode;
import dpsh.view.OutcomeView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Resumes the backups of a stopped or suspended instance. */
@Command(
        name = "resume",
        description = "Resume backups of a stopped or suspended instance.",
        footer = {"instance resume msdiskbackup"})
final class ResumeInstanceCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final ChangeRun run;

    @Parameters(paramLabel = "INSTANCE", description = "Its name or ID, or the name or ID of what it protects.")
    private String instance = "";

    @Option(names = "--no-wait", description = "Return as soon as the service accepted it.")
    private boolean noWait;

    ResumeInstanceCommand(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.run = new ChangeRun(desk, outcomes);
    }

    @Override
    public ExitCode call() {
        BackupInstance found = desk.finder().instance(instance, null);
        return run.run(desk.service().lifecycle().resume(found), ChangeRun.label("resume", found), !noWait);
    }
}
