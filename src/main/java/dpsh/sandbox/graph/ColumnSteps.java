package dpsh.sandbox.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The steps that only choose, order and rename columns. */
final class ColumnSteps {
    private final Cursor cursor;

    ColumnSteps(Cursor cursor) {
        this.cursor = cursor;
    }

    Set<String> names(Set<String> scope) {
        Set<String> names = new LinkedHashSet<>();
        do {
            names.add(Scope.resolve(scope, cursor.name()));
        } while (cursor.takes(","));
        return names;
    }

    void away(Pipeline pipeline, boolean keep) {
        Set<String> after = new LinkedHashSet<>(pipeline.columns());
        Set<String> named = names(pipeline.columns());
        after.removeIf(column -> named.contains(column) != keep);
        cut(pipeline, after);
    }

    static void cut(Pipeline pipeline, Set<String> after) {
        pipeline.then(
                after,
                rows -> rows.stream().map(row -> Pipeline.only(row, after)).toList());
    }

    void reorder(Pipeline pipeline) {
        Set<String> after = names(pipeline.columns());
        after.addAll(pipeline.columns());
        cut(pipeline, after);
    }

    void rename(Pipeline pipeline) {
        Map<String, String> names = new LinkedHashMap<>();
        pipeline.columns().forEach(column -> names.put(column, column));
        do {
            String fresh = cursor.name().text();
            cursor.expect("=");
            names.put(Scope.resolve(pipeline.columns(), cursor.name()), fresh);
        } while (cursor.takes(","));
        pipeline.then(new LinkedHashSet<>(names.values()), rows -> rows.stream()
                .map(row -> {
                    ObjectNode renamed = JsonNodeFactory.instance.objectNode();
                    names.forEach((old, fresh) -> renamed.set(fresh, row.get(old)));
                    return renamed;
                })
                .toList());
    }
}
