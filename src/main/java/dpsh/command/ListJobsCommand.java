package dpsh.command;

import dpsh.backup.ErrorCatalog;
import dpsh.backup.Job;
import dpsh.backup.Vault;
import dpsh.session.Seen;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.JobView;
import dpsh.view.Listing;
import dpsh.view.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the jobs of a vault. */
@Reads
@Command(
        name = "list",
        description = "Jobs of the vault, oldest first, as the service lists them.",
        footer = {"job list --running", "job list --failed --last 24h"})
final class ListJobsCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;
    private final ErrorCatalog catalog;

    @Option(names = "--failed", description = "Those that failed; with --running both.")
    private boolean failed;

    @Option(names = "--running", description = "Those that still run; with --failed both.")
    private boolean running;

    @Option(names = "--last", paramLabel = "DURATION", description = "Those begun in this time, such as 24h or 7d.")
    private @Nullable Duration last;

    ListJobsCommand(Desk desk, ErrorCatalog catalog) {
        this.desk = desk;
        this.catalog = catalog;
    }

    @Override
    public ExitCode call() {
        Vault vault = desk.finder().vault(null);
        Instant now = desk.serviceTime();
        return desk.show(
                desk.service().backup().jobs(vault.id()).only(job -> wanted(job, now)), jobs -> listed(jobs, now));
    }

    private Listing listed(List<Job> jobs, Instant now) {
        desk.remember(jobs.stream().map(ListJobsCommand::seen).toList());
        return new JobView(catalog, now).listing(jobs);
    }

    static Seen seen(Job job) {
        String begun = job.start() == null ? "" : Times.absolute(job.start()) + " ";
        return new Seen(
                "job",
                job.id(),
                job.name(),
                null,
                begun + job.operation() + " of " + job.datasourceName() + ", "
                        + job.state().word());
    }

    private boolean wanted(Job job, Instant now) {
        boolean state = !failed && !running || failed && job.state().isFailed() || running && job.isRunning();
        return state && (last == null || job.start() == null || !job.start().isBefore(now.minus(last)));
    }

    @Override
    public List<Column> columns() {
        return JobView.COLUMNS;
    }
}
