package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.Job;
import dpsh.bulk.RunCounts;
import dpsh.bulk.RunStanding;
import dpsh.client.Service;
import dpsh.store.OperationRow;
import dpsh.store.RunRow;
import dpsh.view.Times;
import dpsh.view.WatchRow;
import dpsh.view.WatchRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Operations and runs as the ledger has them, and the jobs that were listed last. Sends nothing itself. */
final class WatchFeed {
    private static final int OPERATIONS = 200;
    private static final int RUNS = 20;

    private final Service service;
    private final WatchedJobs jobs;
    private final LongFunction<@Nullable Instant> nextLook;
    private final ErrorCatalog catalog;
    private final Map<Long, RunCounts> counted = new HashMap<>();

    /** @param nextLook when an operation is asked about next, by the service's clock */
    WatchFeed(Service service, WatchedJobs jobs, LongFunction<@Nullable Instant> nextLook, ErrorCatalog catalog) {
        this.service = service;
        this.jobs = jobs;
        this.nextLook = nextLook;
        this.catalog = catalog;
    }

    WatchSnapshot now() {
        WatchRows rows = new WatchRows(catalog, service.clock(), Instant.now());
        List<WatchRow> all = new ArrayList<>();
        String ledger = "";
        try {
            for (OperationRow row : service.operations().list(false, OPERATIONS)) {
                all.add(rows.of(row, nextLook.apply(row.number())));
            }
            for (RunRow run : service.runs().list(service.world(), RUNS)) {
                all.add(rows.of(new RunStanding(run, counts(run))));
            }
        } catch (DpshException.LedgerUnavailable e) {
            ledger = e.getMessage() + "; ";
        }
        WatchedJobs.Seen seen = jobs.seen();
        for (Job job : seen.jobs()) {
            all.add(rows.of(job));
        }
        return new WatchSnapshot(all, ledger + jobs(seen));
    }

    /** What has ended does not change: it is counted once. */
    private RunCounts counts(RunRow run) {
        if (run.isWorkedOn()) {
            counted.remove(run.number());
            return new RunCounts(service.runs().counts(run.number()));
        }
        return counted.computeIfAbsent(
                run.number(), number -> new RunCounts(service.runs().counts(number)));
    }

    private String jobs(WatchedJobs.Seen seen) {
        if (!jobs.looks()) {
            return "operations and runs; of jobs none: `use vault NAME`, or --all";
        }
        if (seen.at() == null) {
            return "operations and runs; jobs are being listed";
        }
        if (seen.trouble() != null) {
            return "jobs: " + seen.trouble();
        }
        Duration age = service.clock()
                .toWallTime(Duration.between(seen.at(), service.clock().now()));
        return "operations, runs, and jobs as of " + Times.length(age) + " ago";
    }
}
