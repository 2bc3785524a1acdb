package dpsh.view;

import dpsh.backup.DatasourceKind;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Jobs: what is backed up or restored, how it goes, how it ended. */
public final class JobView implements View<Job> {
    private static final Noun NOUN = Noun.of("job");
    public static final List<Column> COLUMNS = List.of(
            Column.whole("job"),
            Column.whole("operation"),
            Column.of("datasource"),
            Column.whole("state"),
            Column.whole("begun"),
            Column.whole("took"),
            Column.extra("by"));

    private final ErrorCatalog catalog;
    private final Times times;

    /** @param now of the service's clock, for "3 min ago" */
    public JobView(ErrorCatalog catalog, Instant now) {
        this.catalog = catalog;
        this.times = new Times(now);
    }

    @Override
    public Listing listing(List<Job> jobs) {
        return new Listing(
                NOUN,
                COLUMNS,
                jobs.stream()
                        .map(job -> new Listing.Row(
                                List.of(
                                        Cell.of(job.name()),
                                        Cell.of(job.operation()),
                                        Cell.of(job.datasourceName()),
                                        state(job),
                                        times.pastCell(job.start(), TimeStyle.RELATIVE),
                                        took(job),
                                        Cell.of(job.userTriggered() ? "somebody" : "schedule")),
                                job.raw()))
                        .toList(),
                null);
    }

    @Override
    public Detail detail(Job job) {
        List<Detail.Field> fields = new ArrayList<>(List.of(
                Detail.Field.of("job", job.name()),
                Detail.Field.of("operation", job.operation()),
                Detail.Field.of("state", state(job)),
                Detail.Field.of("datasource", job.datasourceName()),
                Detail.Field.of("kind", kind(job)),
                Detail.Field.of(
                        "instance",
                        job.instance() == null ? null : job.instance().name()),
                Detail.Field.of(
                        "policy", job.policy() == null ? null : job.policy().name()),
                Detail.Field.of("begun", times.cell(job.start(), TimeStyle.BOTH)),
                Detail.Field.of("ended", times.cell(job.end(), TimeStyle.BOTH)),
                Detail.Field.of("took", took(job)),
                Detail.Field.of("begun by", job.userTriggered() ? "somebody" : "its schedule"),
                Detail.Field.of("recovery point", job.recoveryPoint()),
                Detail.Field.of("retention tag", job.retentionTag()),
                Detail.Field.of("tasks", job.tasks())));
        if (!job.warnings().isEmpty()) {
            fields.add(Detail.Field.of("warnings", job.warnings()));
        }
        fields.add(Detail.Field.of("activity", job.activityId()));
        fields.add(Detail.Field.of("id", job.id().toString()));
        Detail detail = Detail.of(fields, job.raw());
        return job.error() == null ? detail : detail.and("error", BackupInstanceView.error(job.error(), catalog));
    }

    static Cell state(Job job) {
        if (job.isRunning()) {
            return Cell.of(job.state().word(), Tone.WARNING);
        }
        if (job.state().isWarned()) {
            return Cell.of(job.state().word(), Tone.WARNING);
        }
        return Cell.of(job.state().word(), job.state().isDone() ? Tone.GOOD : Tone.BAD);
    }

    /** Nothing while it runs: the service says zero then. */
    private static Cell took(Job job) {
        Duration took = job.duration();
        return Cell.length(job.isRunning() ? null : took);
    }

    private static String kind(Job job) {
        DatasourceKind kind = DatasourceKind.ofDatasourceType(job.datasourceType());
        return kind == null ? job.datasourceType() : kind.label();
    }
}
