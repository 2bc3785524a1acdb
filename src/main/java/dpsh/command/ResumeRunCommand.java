package dpsh.command;

import dpsh.store.RunRow;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.RunItemView;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with a run that was interrupted. */
@Command(
        name = "resume",
        description = {
            "Go on with a run that was interrupted: by Ctrl-C, a crash, a closed laptop, a sign-in that ended.",
            "Each item is looked at again first; nothing is sent twice."
        },
        footer = {"runs resume", "runs resume 3 --grant"})
final class ResumeRunCommand implements Callable<ExitCode>, Tabular {
    private final BulkWork work;
    private final ReadOnlyRefusal refusal;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Its number; the newest unless given.")
    private @Nullable Long number;

    @Option(names = "--grant", description = "Assign missing roles, also when the run was begun without.")
    private boolean grant;

    ResumeRunCommand(Desk desk) {
        this.work = new BulkWork(desk);
        this.refusal = new ReadOnlyRefusal(desk);
    }

    @Override
    public ExitCode call() {
        refusal.check("resuming a run");
        RunRow run = work.run(number);
        return work.carryOut(watcher -> work.runs().resume(run.number(), work.settings(run, grant), watcher));
    }

    @Override
    public List<Column> columns() {
        return RunItemView.COLUMNS;
    }
}
