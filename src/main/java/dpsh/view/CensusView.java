package dpsh.view;

import dpsh.store.IndexState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Tab knows, by kind. As JSON: {@code [{"kind":…,"known":…,"oldest":…}]}, the oldest sighting. */
public final class CensusView {
    private static final Noun NOUN = Noun.of("kind");
    public static final List<Column> COLUMNS =
            List.of(Column.whole("kind"), Column.number("known"), Column.whole("oldest seen"));

    private final Times times;

    /** @param now the wall clock */
    public CensusView(Instant now) {
        this.times = new Times(now);
    }

    public Listing listing(List<IndexState.Census> census) {
        return new Listing(NOUN, COLUMNS, census.stream().map(this::row).toList(), null);
    }

    private Listing.Row row(IndexState.Census one) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", one.kind());
        json.put("known", one.count());
        json.put("oldest", Times.absolute(one.oldest()));
        return new Listing.Row(
                List.of(
                        Cell.of(one.kind().replace('-', ' ')),
                        Cell.of(String.valueOf(one.count())),
                        times.pastCell(one.oldest(), TimeStyle.RELATIVE)),
                JsonText.of(json));
    }

    /** "listed 3 min ago from Resource Graph, in 2 s", or that it never was. */
    public String age(IndexState.@Nullable Refreshed last) {
        return last == null
                ? "never listed as a whole; what commands listed is known"
                : "listed " + times.since(last.at()) + " from " + last.source() + ", in " + Seconds.of(last.took())
                        + " s";
    }

    /** "23 resources, listed 3 min ago from Resource Graph". */
    public String summary(List<IndexState.Census> census, IndexState.@Nullable Refreshed last) {
        int count = count(census);
        return count
                + (count == 1 ? " resource, " : " resources, ")
                + (last == null
                        ? "never listed as a whole"
                        : "listed " + times.since(last.at()) + " from " + last.source());
    }

    /** {@code {"resources":…,"listed":…,"source":…}}, when and from where all was listed last. */
    public static Map<String, @Nullable Object> json(
            List<IndexState.Census> census, IndexState.@Nullable Refreshed last) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("resources", count(census));
        json.put("listed", last == null ? null : Times.absolute(last.at()));
        json.put("source", last == null ? null : last.source());
        return json;
    }

    private static int count(List<IndexState.Census> census) {
        return census.stream().mapToInt(IndexState.Census::count).sum();
    }
}
