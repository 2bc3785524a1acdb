package dpsh.view;

import dpsh.backup.DatasourceKind;
import dpsh.backup.DeletedInstance;
import java.time.Instant;
import java.util.List;

/** Soft-deleted backup instances: what can be brought back, and until when. */
public final class DeletedInstanceView implements View<DeletedInstance> {
    private static final Noun NOUN = Noun.of("deleted backup instance");
    public static final List<Column> COLUMNS = List.of(
            Column.of("datasource"),
            Column.whole("kind"),
            Column.of("policy"),
            Column.whole("deleted"),
            Column.whole("kept until"),
            Column.of("instance"));

    private final Times times;

    /** @param now of the service's clock, for "3 min ago" */
    public DeletedInstanceView(Instant now) {
        this.times = new Times(now);
    }

    @Override
    public Listing listing(List<DeletedInstance> instances) {
        return new Listing(
                NOUN,
                COLUMNS,
                instances.stream()
                        .map(deleted -> new Listing.Row(
                                List.of(
                                        Cell.of(datasource(deleted)),
                                        Cell.of(kind(deleted)),
                                        Cell.of(
                                                deleted.policy() == null
                                                        ? null
                                                        : deleted.policy().name()),
                                        times.pastCell(deleted.deleted(), TimeStyle.RELATIVE),
                                        times.cell(deleted.purge(), TimeStyle.ABSOLUTE),
                                        Cell.of(deleted.name())),
                                deleted.raw()))
                        .toList(),
                null);
    }

    @Override
    public Detail detail(DeletedInstance deleted) {
        return Detail.of(
                List.of(
                        Detail.Field.of("instance", deleted.name()),
                        Detail.Field.of("state", BackupInstanceView.state(deleted.state())),
                        Detail.Field.of("datasource", datasource(deleted)),
                        Detail.Field.of("kind", kind(deleted)),
                        Detail.Field.of(
                                "policy",
                                deleted.policy() == null
                                        ? null
                                        : deleted.policy().name()),
                        Detail.Field.of("deleted", times.cell(deleted.deleted(), TimeStyle.BOTH)),
                        Detail.Field.of("kept until", times.cell(deleted.purge(), TimeStyle.BOTH)),
                        Detail.Field.of("vault", deleted.vault().name()),
                        Detail.Field.of("id", deleted.id().toString())),
                deleted.raw());
    }

    private static String datasource(DeletedInstance deleted) {
        return deleted.datasource() == null
                ? deleted.friendlyName()
                : deleted.datasource().name();
    }

    private static String kind(DeletedInstance deleted) {
        DatasourceKind kind = DatasourceKind.ofDatasourceType(deleted.datasourceType());
        return kind == null ? deleted.datasourceType() : kind.word();
    }
}
