package dpsh.view;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a result is shown, and in which order: {@code --query}, then {@code --sort}, then {@code --columns}.
 *
 * @param columns names of columns or of a record's labels, in the order wanted; empty for all of them
 */
public record Shaping(@Nullable Query query, List<String> columns, List<SortKey> sort) {
    /** Everything, as it comes. */
    public static final Shaping NONE = new Shaping(null, List.of(), List.of());

    public Shaping {
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
    }

    /**
     * What the options ask for.
     *
     * @param query JMESPath, or null
     * @param sort names of columns, a minus in front of one for the other direction
     * @throws DpshException.Usage when the query is broken, or a name is empty
     */
    public static Shaping of(@Nullable String query, List<String> columns, List<String> sort) {
        if (query == null && columns.isEmpty() && sort.isEmpty()) {
            return NONE;
        }
        Shaping shaping = new Shaping(
                query == null ? null : Query.of(query, "--query"),
                columns.stream().map(String::strip).toList(),
                sort.stream().map(SortKey::of).toList());
        if (shaping.columns.contains("")
                || shaping.sort.stream().anyMatch(key -> key.column().isEmpty())) {
            throw new DpshException.Usage("a column has no name", null, "`--columns name,state`, `--sort state,-name`");
        }
        return shaping;
    }

    /** Whether a list must be there as a whole before its first row can be shown. */
    public boolean needsAll() {
        return query != null || !sort.isEmpty();
    }

    /** Whether a part was chosen by its name. */
    public boolean choosesParts() {
        return !columns.isEmpty() || !sort.isEmpty();
    }

    /**
     * Refuses names that the columns of this list are not called, before anything is asked. Those of a query's answer are not
     * known yet.
     *
     * @throws DpshException.Usage naming the columns that there are
     */
    public void check(Listing listing) {
        if (query == null) {
            shaped(listing.empty());
        }
    }

    /** The rows in order and the columns that were chosen; the rows' JSON has only these then. */
    Listing shaped(Listing listing) {
        List<String> titles = Flat.titles(listing);
        Listing sorted = sort.isEmpty() ? listing : sorted(listing, titles);
        if (columns.isEmpty()) {
            return sorted;
        }
        List<Integer> places = columns.stream().map(name -> place(name, titles)).toList();
        List<Column> chosen = places.stream()
                .map(place -> listing.columns().get(place).chosen())
                .toList();
        return sorted.with(chosen, row -> {
            List<Cell> cells = places.stream().map(row.cells()::get).toList();
            return new Listing.Row(
                    cells, json(chosen.stream().map(Column::title).toList(), cells));
        });
    }

    /** The labels that were chosen, of one section then; there is nothing to sort. */
    Detail shaped(Detail detail) {
        if (columns.isEmpty()) {
            return detail;
        }
        List<Detail.Field> fields = new ArrayList<>();
        for (Detail.Section section : detail.sections()) {
            String before = section.heading() == null ? "" : section.heading() + " ";
            section.fields().forEach(field -> fields.add(new Detail.Field(before + field.label(), field.lines())));
        }
        List<String> labels = fields.stream().map(Detail.Field::label).toList();
        List<Detail.Field> chosen =
                columns.stream().map(name -> fields.get(place(name, labels))).toList();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        chosen.forEach(field -> members.put(
                field.label(),
                field.lines().size() == 1
                        ? plain(field.lines().get(0))
                        : field.lines().stream().map(Shaping::plain).toList()));
        return Detail.of(chosen, JsonText.of(members));
    }

    private Listing sorted(Listing listing, List<String> titles) {
        Comparator<Listing.Row> order = null;
        for (SortKey key : sort) {
            Comparator<Listing.Row> one = key.rows(place(key.column(), titles), listing.rows());
            order = order == null ? one : order.thenComparing(one);
        }
        return order == null
                ? listing
                : new Listing(
                        listing.noun(),
                        listing.columns(),
                        listing.rows().stream().sorted(order).toList(),
                        listing.partialBecause());
    }

    private static String json(List<String> titles, List<Cell> cells) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            members.put(titles.get(i), plain(cells.get(i)));
        }
        return JsonText.of(members);
    }

    /** What a cell says, for a program. */
    private static @Nullable Object plain(Cell cell) {
        if (cell.value() instanceof Number number) {
            return number;
        }
        if (cell.value() instanceof JsonText.Raw raw) {
            return raw;
        }
        return cell.equals(Cell.NONE) ? null : cell.told(TimeStyle.ABSOLUTE).text();
    }

    /** Names have no case, and blanks, hyphens and underscores in them do not count. */
    private static int place(String name, List<String> titles) {
        for (int i = 0; i < titles.size(); i++) {
            if (bare(titles.get(i)).equals(bare(name))) {
                return i;
            }
        }
        List<String> near = Nearest.to(name, titles);
        throw new DpshException.Usage(
                "there is no column '" + name + "'",
                "there are " + String.join(", ", titles),
                near.isEmpty() ? null : "did you mean " + near.get(0) + "?");
    }

    private static String bare(String name) {
        String bare = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
        return bare.isEmpty() ? name : bare;
    }
}
