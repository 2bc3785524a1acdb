package dpsh.view;

import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Disks and storage accounts that can be protected. */
public final class DatasourceView implements View<Datasource> {
    private static final Noun NOUN = Noun.of("datasource");
    private static final String KIND = "kind";
    public static final List<Column> COLUMNS = List.of(
            Column.of("name"),
            Column.whole(KIND),
            Column.of("group"),
            Column.whole("region"),
            Column.number("GiB"),
            Column.extra("sku"),
            Column.extra("state"),
            Column.extra("tags"),
            Column.data("id"));

    /** Those of several kinds, which come one kind after the other. */
    public static Listing mixed(List<Datasource> datasources) {
        return listing(
                datasources,
                COLUMNS.stream()
                        .map(column ->
                                column.title().equals(KIND) ? column.roomFor(DatasourceKind.BLOB.label()) : column)
                        .toList());
    }

    @Override
    public Listing listing(List<Datasource> datasources) {
        return listing(datasources, COLUMNS);
    }

    private static Listing listing(List<Datasource> datasources, List<Column> columns) {
        return new Listing(
                NOUN,
                columns,
                datasources.stream()
                        .map(d -> new Listing.Row(
                                List.of(
                                        Cell.of(d.name()),
                                        Cell.of(d.kind().label()),
                                        Cell.of(d.id().resourceGroup()),
                                        Cell.of(d.location().spelling()),
                                        size(d),
                                        Cell.of(d.sku()),
                                        Cell.of(d.state()),
                                        Cell.of(tags(d, ", ")),
                                        Cell.of(d.id().toString())),
                                d.raw()))
                        .toList(),
                null);
    }

    @Override
    public Detail detail(Datasource datasource) {
        return Detail.of(
                List.of(
                        Detail.Field.of("name", datasource.name()),
                        Detail.Field.of("kind", datasource.kind().label()),
                        Detail.Field.of("group", datasource.id().resourceGroup()),
                        Detail.Field.of("region", datasource.location().spelling()),
                        Detail.Field.of("GiB", size(datasource)),
                        Detail.Field.of("sku", datasource.sku()),
                        Detail.Field.of("state", datasource.state()),
                        Detail.Field.of("hierarchical", datasource.hierarchical() ? "yes" : "no"),
                        Detail.Field.of("tags", tags(datasource, "\n").lines().toList()),
                        Detail.Field.of("id", datasource.id().toString())),
                datasource.raw());
    }

    private static Cell size(Datasource datasource) {
        return Cell.of(datasource.sizeGb() == null ? null : datasource.sizeGb().toString());
    }

    private static String tags(Datasource datasource, String between) {
        Map<String, String> sorted = new TreeMap<>(datasource.tags());
        return sorted.entrySet().stream()
                .map(tag -> PlainText.of(tag.getKey()) + "=" + PlainText.of(tag.getValue()))
                .collect(Collectors.joining(between));
    }
}
