package dpsh.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.GraphRow;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Questions to Resource Graph and its answers ("Resources" of Microsoft.ResourceGraph 2022-10-01): pages of 1,000 rows, as objects;
 * the next page is asked for with the token of the one before.
 */
public final class GraphJson {
    private static final int MOST_ROWS = 1_000;

    private GraphJson() {}

    /**
     * A page.
     *
     * @param next asks for the page after it; null on the last
     */
    public record Page(List<GraphRow> rows, @Nullable String next) {}

    /** @param token of the page before, or null for the first */
    public static String question(String query, @Nullable String token) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("query", query);
        ObjectNode options = body.putObject("options").put("$top", MOST_ROWS).put("resultFormat", "objectArray");
        if (token != null) {
            options.put("$skipToken", token);
        }
        return body.toString();
    }

    /** A row without a readable ID is left out. */
    public static Page page(String json) {
        Fields answer = Fields.answer(json, "Resource Graph");
        String next = answer.text("$skipToken");
        return new Page(
                answer.list("data").stream()
                        .map(GraphJson::row)
                        .filter(Objects::nonNull)
                        .toList(),
                next == null || next.isBlank() ? null : next);
    }

    private static @Nullable GraphRow row(Fields row) {
        ResourceId id = row.id("id");
        if (id == null) {
            return null;
        }
        String location = filled(row, "location");
        return new GraphRow(
                id,
                row.textOr(id.name(), "name"),
                row.textOr(id.type(), "type").toLowerCase(Locale.ROOT),
                location == null ? null : new Location(location),
                filled(row, "detail"),
                row.id("datasource"),
                filled(row, "datasourceType"));
    }

    private static @Nullable String filled(Fields row, String name) {
        String text = row.text(name);
        return text == null || text.isBlank() ? null : text;
    }
}
