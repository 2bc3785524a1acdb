package dpsh.command;

import dpsh.store.RunItem;
import dpsh.store.RunRow;
import dpsh.view.ExitCode;
import dpsh.view.RunReports;
import dpsh.view.Tone;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes reports of a run. Nothing is sent. */
@Command(
        name = "report",
        description = {
            "Write reports of a run into files.",
            "A name's ending chooses: .html (a page with a timeline), .xml (JUnit), .csv, .md, .jsonl."
        },
        footer = {"runs report run.html", "runs report run.xml run.csv --run 3"})
final class ReportRunCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final BulkWork work;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Where to.")
    private List<Path> files = List.of();

    @Option(names = "--run", paramLabel = "RUN", description = "Its number; the newest unless given.")
    private @Nullable Long number;

    ReportRunCommand(Desk desk) {
        this.desk = desk;
        this.work = new BulkWork(desk);
    }

    @Override
    public ExitCode call() {
        files.forEach(RunReports::of);
        RunRow run = work.run(number);
        List<RunItem> items = work.runs().items(run.number(), Set.of());
        for (Path file : files) {
            RunReports.write(file, run, items);
            desk.note("wrote " + file, Tone.DIM);
        }
        return ExitCode.DONE;
    }
}
