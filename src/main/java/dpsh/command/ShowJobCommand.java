package dpsh.command;

import dpsh.backup.ErrorCatalog;
import dpsh.backup.Job;
import dpsh.view.ExitCode;
import dpsh.view.JobView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one job. */
@Reads
@Command(
        name = "show",
        description = "One job: its parts, how it ended, and what helps when it failed.",
        footer = {"job show f8d7a20d"})
final class ShowJobCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final ErrorCatalog catalog;

    @Parameters(paramLabel = "JOB", description = "Its ID, or the beginning of its GUID.")
    private String job = "";

    ShowJobCommand(Desk desk, ErrorCatalog catalog) {
        this.desk = desk;
        this.catalog = catalog;
    }

    @Override
    public ExitCode call() {
        Job found = desk.vaultFinder().job(job);
        desk.show(new JobView(catalog, desk.serviceTime()), found);
        return ExitCode.DONE;
    }
}
