package dpsh.view;

import dpsh.store.RunItem;
import dpsh.store.RunState;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes reports of runs of any size, for scripts/look-report: arguments are the number of datasources and the file. One
 * datasource is one whose texts want to be markup.
 */
public final class ReportSamples {
    private ReportSamples() {}

    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[0]);
        Path file = Path.of(arguments[1]);
        if (count == 1) {
            RunReports.write(
                    file, RunSamples.run(RunState.DONE, RunReportsTest.HOSTILE), List.of(RunReportsTest.hostile()));
            return;
        }
        List<RunItem> items = count == RunSamples.small().size() ? RunSamples.small() : RunSamples.many(count);
        boolean ended = items.stream().allMatch(item -> item.state().ended());
        RunReports.write(file, RunSamples.run(ended ? RunState.DONE : RunState.INTERRUPTED), items);
    }
}
