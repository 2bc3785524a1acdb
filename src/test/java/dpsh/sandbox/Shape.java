package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Member paths and types of a JSON tree in their order: {@code error.code:S}. */
final class Shape {
    private Shape() {}

    static List<String> of(JsonNode node) {
        List<String> lines = new ArrayList<>();
        collect("", node, lines);
        return lines;
    }

    private static void collect(String path, JsonNode node, List<String> lines) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> collect(
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue(), lines));
        } else if (node.isArray()) {
            node.forEach(item -> collect(path + "[]", item, lines));
        } else {
            lines.add(path + ":" + node.getNodeType().name().charAt(0) + (node.isNull() ? "ULL" : ""));
        }
    }
}
