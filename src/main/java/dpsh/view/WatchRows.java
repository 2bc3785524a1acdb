package dpsh.view;

import dpsh.arm.ErrorBody;
import dpsh.arm.ServiceClock;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.ErrorEntry;
import dpsh.backup.Job;
import dpsh.bulk.RunStanding;
import dpsh.store.OperationRow;
import dpsh.store.OperationState;
import dpsh.store.RunRow;
import dpsh.store.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Operations, jobs and runs as rows of a watch, as they stand at one moment. How long they take is told in service time. */
public final class WatchRows {
    private static final int GUID_BEGINNING = 8;

    private final ErrorCatalog catalog;
    private final ServiceClock clock;
    private final Instant now;

    /**
     * @param clock the service's
     * @param now the wall clock's time
     */
    public WatchRows(ErrorCatalog catalog, ServiceClock clock, Instant now) {
        this.catalog = catalog;
        this.clock = clock;
        this.now = now;
    }

    /** The rows as a list, ready for any printer. */
    public static Listing listing(List<WatchRow> rows) {
        return new Listing(
                new Noun("operation, job or run", "operations, jobs and runs"),
                List.of(
                        Column.whole("ref"),
                        Column.of("what"),
                        Column.of("target"),
                        Column.whole("state"),
                        Column.extra("note"),
                        Column.number("elapsed")),
                rows.stream()
                        .map(row -> new Listing.Row(
                                List.of(
                                        Cell.of(row.ref()),
                                        Cell.of(row.what()),
                                        Cell.of(row.target()),
                                        row.state(),
                                        Cell.of(row.note(), Tone.DIM),
                                        Cell.of(Times.length(row.elapsed()))),
                                row.json()))
                        .toList(),
                null);
    }

    /** @param nextLook when it is asked about next, by the service's clock; null when nobody here asks */
    public WatchRow of(OperationRow row, @Nullable Instant nextLook) {
        boolean running = row.state().open();
        String target = OperationView.target(row);
        String note = row.error() == null ? row.detailOr("") : row.error().code();
        Instant end = row.endedAt() == null ? now : row.endedAt();
        return new WatchRow(
                "op " + row.number(),
                OperationView.kind(row),
                target == null ? "" : target,
                OperationView.state(row),
                note,
                running,
                row.state() == OperationState.SUCCEEDED,
                row.createdAt(),
                serviceTime(Duration.between(row.createdAt(), end)),
                running && nextLook != null ? untilNext(nextLook) : null,
                withFix(new OperationView(now).detail(row), row.error()));
    }

    private Duration serviceTime(Duration real) {
        double realPerService =
                Math.max(1e-6, clock.toWallTime(Duration.ofHours(1)).toMillis() / 3.6e6);
        return Duration.ofMillis((long) (Math.max(0, real.toMillis()) / realPerService));
    }

    private Duration untilNext(Instant nextLook) {
        Duration left = Duration.between(clock.now(), nextLook);
        return left.isNegative() ? Duration.ZERO : clock.toWallTime(left);
    }

    private Detail withFix(Detail detail, @Nullable ErrorBody error) {
        ErrorEntry known = error == null ? null : catalog.find(error.code());
        return known == null
                ? detail
                : detail.and(
                        "what to do",
                        List.of(
                                Detail.Field.of("meaning", known.meaning()),
                                Detail.Field.of("fix", known.fix()),
                                Detail.Field.of("command", known.command())));
    }

    public WatchRow of(Job job) {
        Instant serviceNow = clock.now();
        Duration age = job.start() == null ? Duration.ZERO : Duration.between(job.start(), serviceNow);
        Duration length = job.isRunning() || job.duration() == null ? age : job.duration();
        return new WatchRow(
                "job "
                        + job.name()
                                .substring(
                                        0, Math.min(GUID_BEGINNING, job.name().length())),
                job.operation().toLowerCase(Locale.ROOT),
                job.datasourceName(),
                JobView.state(job),
                job.error() == null ? "" : job.error().code(),
                job.isRunning(),
                job.state().isDone(),
                now.minus(age.isNegative() ? Duration.ZERO : clock.toWallTime(age)),
                length.isNegative() ? Duration.ZERO : length,
                null,
                new JobView(catalog, serviceNow).detail(job));
    }

    public WatchRow of(RunStanding standing) {
        RunRow run = standing.run();
        Instant end = run.endedAt() == null ? now : run.endedAt();
        return new WatchRow(
                "run " + run.number(),
                "run",
                run.title(),
                RunView.state(run),
                RunView.words(standing.counts()),
                run.isWorkedOn(),
                run.state() == RunState.DONE && standing.counts().notProtected() == 0,
                run.createdAt(),
                serviceTime(Duration.between(run.createdAt(), end)),
                null,
                new RunView(now).detail(standing));
    }
}
