package dpsh.bulk;

import dpsh.backup.DatasourceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Datasources in CSV: a header with {@code datasource}, {@code id} or {@code name}, and what else of each is told. */
final class CsvInput {
    private CsvInput() {}

    /** What a column means. */
    private enum Column {
        DATASOURCE("datasource", "resource"),
        ID("id", "resourceid", "datasourceid"),
        NAME("name"),
        KIND("kind"),
        VAULT("vault"),
        POLICY("policy"),
        SNAPSHOT_GROUP("snapshotgroup", "snapshotresourcegroup");

        private final List<String> words;

        Column(String... words) {
            this.words = List.of(words);
        }

        /** Case, blanks, dashes and underscores do not count. */
        static @Nullable Column of(String heading) {
            String word = heading.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
            return Arrays.stream(values())
                    .filter(column -> column.words.contains(word))
                    .findFirst()
                    .orElse(null);
        }

        boolean names() {
            return this == DATASOURCE || this == ID || this == NAME;
        }
    }

    /** Whether the first line of a text is the header of CSV: it has a separator, or is the name of such a column. */
    static boolean isHeader(String line) {
        Column column = Column.of(line.strip().replace("\"", ""));
        return column != null && column.names()
                || line.indexOf(',') >= 0
                || line.indexOf(';') >= 0
                || line.indexOf('\t') >= 0;
    }

    static PlanInput read(String name, String text) {
        List<CsvText.Row> rows = CsvText.read(name, text);
        CsvText.Row header = rows.get(0);
        List<String> unused = new ArrayList<>();
        Map<Column, Integer> columns = columns(name, header, unused);
        Complaints complaints = new Complaints(name);
        List<Wanted> wanted = new ArrayList<>(rows.size());
        for (CsvText.Row row : rows.subList(1, rows.size())) {
            if (row.cells().size() > header.cells().size()) {
                complaints.add(
                        row.line(),
                        "it has " + row.cells().size() + " cells, and the header "
                                + header.cells().size(),
                        "put quotes around a cell that has the separator in it");
                continue;
            }
            Wanted one = wanted(row, columns, complaints);
            if (one != null) {
                wanted.add(one);
            }
        }
        complaints.raise();
        return new PlanInput(wanted, unused);
    }

    private static Map<Column, Integer> columns(String name, CsvText.Row header, List<String> unused) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < header.cells().size(); i++) {
            String heading = header.cells().get(i);
            Column column = Column.of(heading);
            if (column == null) {
                if (!heading.isEmpty()) {
                    unused.add(heading);
                }
            } else if (columns.putIfAbsent(column, i) != null) {
                throw PlanInput.wrong(name, "has the column '" + heading + "' twice", null);
            }
        }
        if (columns.keySet().stream().noneMatch(Column::names)) {
            String seen = header.cells().stream().map(PlanInput::shown).collect(Collectors.joining(", "));
            throw PlanInput.wrong(
                    name,
                    "does not say which datasources",
                    "its first line names the columns " + seen + ", and none of datasource, id, name");
        }
        return columns;
    }

    private static @Nullable Wanted wanted(CsvText.Row row, Map<Column, Integer> columns, Complaints complaints) {
        String datasource = first(
                cell(row, columns, Column.ID), cell(row, columns, Column.DATASOURCE), cell(row, columns, Column.NAME));
        if (datasource == null) {
            complaints.add(row.line(), "it names no datasource", "fill it in, or take the line out");
            return null;
        }
        String kind = cell(row, columns, Column.KIND);
        DatasourceKind known = kind == null ? null : kind(kind);
        if (kind != null && known == null) {
            complaints.add(row.line(), "'" + PlanInput.shown(kind) + "' is no kind of datasource", "say disk or blob");
            return null;
        }
        return new Wanted(
                datasource,
                known,
                cell(row, columns, Column.VAULT),
                cell(row, columns, Column.POLICY),
                cell(row, columns, Column.SNAPSHOT_GROUP),
                row.line());
    }

    private static @Nullable DatasourceKind kind(String word) {
        return Arrays.stream(DatasourceKind.values())
                .filter(kind -> List.of(kind.word(), kind.label(), kind.datasourceType(), kind.resourceType()).stream()
                        .anyMatch(word::equalsIgnoreCase))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String first(@Nullable String... cells) {
        return Arrays.stream(cells).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable String cell(CsvText.Row row, Map<Column, Integer> columns, Column column) {
        Integer place = columns.get(column);
        String cell =
                place == null || place >= row.cells().size() ? "" : row.cells().get(place);
        return cell.isEmpty() ? null : cell;
    }
}
