package dpsh.view;

import dpsh.backup.DatasourceKind;
import dpsh.backup.Policy;
import java.util.List;
import java.util.stream.Collectors;

/** Backup policies: what they protect, when, and what they keep. */
public final class PolicyView implements View<Policy> {
    private static final Noun NOUN = new Noun("policy", "policies");
    public static final List<Column> COLUMNS = List.of(
            Column.whole("name"),
            Column.whole("protects"),
            Column.of("schedule"),
            Column.of("keeps"),
            Column.data("id"));

    @Override
    public Listing listing(List<Policy> policies) {
        return new Listing(
                NOUN,
                COLUMNS,
                policies.stream()
                        .map(policy -> new Listing.Row(
                                List.of(
                                        Cell.of(policy.name()),
                                        protects(policy),
                                        schedule(policy),
                                        Cell.of(String.join(", ", policy.retentions())),
                                        Cell.of(policy.id().toString())),
                                policy.raw()))
                        .toList(),
                null);
    }

    @Override
    public Detail detail(Policy policy) {
        return Detail.of(
                List.of(
                        Detail.Field.of("name", policy.name()),
                        Detail.Field.of("protects", protects(policy)),
                        Detail.Field.of("datasource types", policy.datasourceTypes()),
                        Detail.Field.of("schedule", schedule(policy)),
                        Detail.Field.of("intervals", policy.schedules()),
                        Detail.Field.of("keeps", policy.retentions()),
                        Detail.Field.of("stores", String.join(", ", policy.dataStores())),
                        Detail.Field.of("id", policy.id().toString())),
                policy.raw());
    }

    private static Cell protects(Policy policy) {
        return Cell.of(policy.datasourceTypes().stream().map(PolicyView::kind).collect(Collectors.joining(", ")));
    }

    /** The kind's word, or the type as the service spells it. */
    static String kind(String datasourceType) {
        DatasourceKind kind = DatasourceKind.ofDatasourceType(datasourceType);
        return kind == null ? datasourceType : kind.label();
    }

    private static Cell schedule(Policy policy) {
        return Cell.of(new Schedule(policy.schedules()).words());
    }
}
