package dpsh.view;

import dpsh.store.RunItem;
import dpsh.store.RunState;
import java.nio.file.Path;
import java.util.List;

/** Writes reports of runs of any size, for scripts/look-report: arguments are the number of datasources and the file. */
public final class ReportSamples {
    private ReportSamples() {}

    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[0]);
        List<RunItem> items = count == RunSamples.small().size() ? RunSamples.small() : RunSamples.many(count);
        boolean ended = items.stream().allMatch(item -> item.state().ended());
        RunReports.write(Path.of(arguments[1]), RunSamples.run(ended ? RunState.DONE : RunState.INTERRUPTED), items);
    }
}
