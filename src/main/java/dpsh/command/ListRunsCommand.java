package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.RunView;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the runs of the journal. Nothing is sent. */
@Reads
@Command(
        name = "list",
        description = "The runs of this and earlier sessions, newest first.",
        footer = {"runs list", "runs list --limit 5"})
final class ListRunsCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;
    private final BulkWork work;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "At most so many (50 unless said).")
    private int limit;

    ListRunsCommand(Desk desk) {
        this.desk = desk;
        this.work = new BulkWork(desk);
    }

    @Override
    public ExitCode call() {
        if (limit < 1) {
            throw new DpshException.Usage("a list of " + limit + " runs is none", null, "--limit takes 1 or more");
        }
        desk.show(new RunView(Instant.now())
                .listing(work.runs().list(limit).stream().map(work::standing).toList()));
        return ExitCode.DONE;
    }

    @Override
    public List<Column> columns() {
        return RunView.COLUMNS;
    }
}
