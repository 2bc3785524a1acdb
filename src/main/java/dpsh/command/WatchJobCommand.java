package dpsh.command;

import dpsh.backup.Job;
import dpsh.backup.Outcome;
import dpsh.backup.Vault;
import dpsh.view.Cell;
import dpsh.view.ExitCode;
import dpsh.view.OutcomeView;
import dpsh.view.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Follows jobs until they end. */
@Command(
        name = "watch",
        description = {
            "Follow jobs until they end. All running ones of the vault unless some are named.",
            "The exit code tells how they ended. Ctrl-C detaches."
        },
        footer = {"job watch", "job watch f8d7a20d"})
final class WatchJobCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final OperationWatch watch;

    @Parameters(arity = "0..*", paramLabel = "JOB", description = "Its ID, or the beginning of its GUID.")
    private List<String> jobs = new ArrayList<>();

    WatchJobCommand(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.watch = new OperationWatch(desk, outcomes);
    }

    @Override
    public ExitCode call() {
        List<Job> wanted = jobs.isEmpty()
                ? running()
                : jobs.stream().map(desk.vaultFinder()::job).toList();
        if (wanted.isEmpty()) {
            desk.note("no job is running", Tone.DIM);
        }
        List<ExitCode> ends = new ArrayList<>();
        for (Job job : wanted) {
            ends.add(watched(job));
        }
        return ExitCode.of(ends);
    }

    private List<Job> running() {
        Vault vault = desk.finder().vault(null);
        List<Job> running = new ArrayList<>();
        for (List<Job> page : desk.service().backup().jobs(vault.id())) {
            page.stream().filter(Job::isRunning).forEach(running::add);
        }
        return running;
    }

    private ExitCode watched(Job job) {
        String name = job.operation().toLowerCase(Locale.ROOT) + " " + job.datasourceName();
        String[] last = {""};
        Outcome outcome = desk.service().jobs().await(job.id(), desk.operationDeadline(), still -> {
            if (!still.detail().equals(last[0])) {
                last[0] = still.detail();
                desk.say(Cell.of(name + ": ", Tone.PLAIN).and(still.detail(), Tone.WARNING));
            }
        });
        return watch.shown(outcome, name);
    }
}
