package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Applies a filter to a resource, whose {@code tagName} and {@code tagValue} are those of one and the same tag. */
final class TagFilter {
    private TagFilter() {}

    /** @param plain members of the body that may be asked for by name; {@code resourceGroup} and {@code resourceType} always */
    static boolean takes(ODataFilter filter, ObjectNode body, List<String> plain) {
        if (filter.takes(fields(body, plain, null))) {
            return true;
        }
        for (Map.Entry<String, JsonNode> tag : body.path("tags").properties()) {
            if (filter.takes(fields(body, plain, tag))) {
                return true;
            }
        }
        return false;
    }

    private static Function<String, @Nullable String> fields(
            ObjectNode body, List<String> plain, Map.@Nullable Entry<String, JsonNode> tag) {
        return field -> switch (field.toLowerCase(Locale.ROOT)) {
            case "tagname" -> tag == null ? null : tag.getKey();
            case "tagvalue" -> tag == null ? null : tag.getValue().asText();
            case "resourcetype" -> body.path("type").asText();
            case "resourcegroup" -> {
                ArmId id = ArmId.parse(body.path("id").asText());
                yield id == null ? null : id.group();
            }
            default ->
                plain.stream()
                        .filter(field::equalsIgnoreCase)
                        .findFirst()
                        .map(name -> body.path(name).asText())
                        .orElse(null);
        };
    }
}
