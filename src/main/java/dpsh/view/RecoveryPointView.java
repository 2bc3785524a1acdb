package dpsh.view;

import dpsh.backup.RecoveryPoint;
import java.time.Instant;
import java.util.List;

/** Recovery points: what can be restored, and how long it is kept. */
public final class RecoveryPointView implements View<RecoveryPoint> {
    private static final Noun NOUN = Noun.of("recovery point");
    public static final List<Column> COLUMNS = List.of(
            Column.whole("recovery point"),
            Column.whole("time"),
            Column.whole("age"),
            Column.whole("type"),
            Column.of("store"),
            Column.whole("expires"),
            Column.extra("tag"));

    private final Times times;

    /** @param now of the service's clock, for "3 min ago" */
    public RecoveryPointView(Instant now) {
        this.times = new Times(now);
    }

    @Override
    public Listing listing(List<RecoveryPoint> points) {
        return new Listing(
                NOUN,
                COLUMNS,
                points.stream()
                        .map(point -> new Listing.Row(
                                List.of(
                                        Cell.of(point.name()),
                                        Cell.of(point.time() == null ? null : Times.absolute(point.time())),
                                        times.pastCell(point.time(), TimeStyle.RELATIVE),
                                        Cell.of(point.type()),
                                        Cell.of(String.join(", ", point.stores())),
                                        times.cell(point.expiry(), TimeStyle.RELATIVE),
                                        Cell.of(point.retentionTag())),
                                point.raw()))
                        .toList(),
                null);
    }

    @Override
    public Detail detail(RecoveryPoint point) {
        return Detail.of(
                List.of(
                        Detail.Field.of("recovery point", point.name()),
                        Detail.Field.of("time", times.cell(point.time(), TimeStyle.BOTH)),
                        Detail.Field.of("type", point.type()),
                        Detail.Field.of("state", point.state()),
                        Detail.Field.of("stores", point.stores()),
                        Detail.Field.of("expires", times.cell(point.expiry(), TimeStyle.BOTH)),
                        Detail.Field.of("retention tag", point.retentionTag()),
                        Detail.Field.of("policy", point.policyName()),
                        Detail.Field.of("id", point.id().toString())),
                point.raw());
    }
}
