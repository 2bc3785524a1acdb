package dpsh.sandbox.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups rows by keys and works out values for each group. */
final class Grouping {
    private Grouping() {}

    /** Without keys there is one group, even of nothing. */
    static List<ObjectNode> of(List<ObjectNode> rows, Map<String, Expression> keys, Map<String, Aggregate> values) {
        Map<ObjectNode, List<ObjectNode>> groups = new LinkedHashMap<>();
        if (keys.isEmpty()) {
            groups.put(JsonNodeFactory.instance.objectNode(), new ArrayList<>());
        }
        for (ObjectNode row : rows) {
            ObjectNode key = JsonNodeFactory.instance.objectNode();
            keys.forEach((name, value) -> key.set(name, value.of(row)));
            groups.computeIfAbsent(key, first -> new ArrayList<>()).add(row);
        }
        List<ObjectNode> found = new ArrayList<>();
        groups.forEach((key, group) -> {
            ObjectNode row = Pipeline.wider(key);
            values.forEach((name, aggregate) -> row.set(name, aggregate.of().apply(group)));
            found.add(row);
        });
        return found;
    }
}
