package dpsh.command;

import dpsh.view.Cell;
import dpsh.view.Column;
import dpsh.view.JsonText;
import dpsh.view.Listing;
import dpsh.view.Noun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operator's own words, as rows. */
final class AliasRows {
    static final List<Column> COLUMNS = List.of(Column.whole("alias"), Column.of("stands for"));

    private AliasRows() {}

    static Listing listing(Map<String, String> shown) {
        return new Listing(
                new Noun("alias", "aliases"),
                COLUMNS,
                shown.entrySet().stream().map(AliasRows::row).toList(),
                null);
    }

    private static Listing.Row row(Map.Entry<String, String> alias) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("alias", alias.getKey());
        json.put("line", alias.getValue());
        return new Listing.Row(List.of(Cell.of(alias.getKey()), Cell.of(alias.getValue())), JsonText.of(json));
    }
}
