package dpsh.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Joins two tables: inner, innerunique (the default), leftouter, leftsemi and leftanti. */
final class Joiner {
    private static final Set<String> KINDS =
            Set.of("inner", "innerunique", "leftouter", "leftsemi", "leftanti", "anti", "leftantisemi");

    private final Cursor cursor;

    private record Keys(List<String> left, List<String> right) {}

    Joiner(Cursor cursor) {
        this.cursor = cursor;
    }

    void join(Pipeline left, Supplier<Pipeline> bracketed) {
        String kind = "innerunique";
        if (cursor.takes("kind")) {
            cursor.expect("=");
            Token given = cursor.name();
            kind = given.text().toLowerCase(Locale.ROOT);
            if (!KINDS.contains(kind)) {
                throw GraphFault.parser("The kind of join is not supported here.", given);
            }
        }
        Pipeline right = bracketed.get();
        cursor.expect("on");
        Keys keys = keys(left.columns(), right.columns());
        if (kind.equals("leftsemi") || kind.startsWith("anti") || kind.startsWith("leftanti")) {
            boolean wanted = kind.equals("leftsemi");
            left.then(rows -> {
                Set<String> found = new HashSet<>();
                right.rows().forEach(row -> found.add(key(row, keys.right())));
                return rows.stream()
                        .filter(row -> found.contains(key(row, keys.left())) == wanted)
                        .toList();
            });
            return;
        }
        Map<String, String> names = names(left.columns(), right.columns());
        Set<String> after = new LinkedHashSet<>(left.columns());
        after.addAll(names.values());
        boolean outer = kind.equals("leftouter");
        boolean once = kind.equals("innerunique");
        left.then(after, rows -> joined(rows, right.rows(), keys, names, outer, once));
    }

    private Keys keys(Set<String> left, Set<String> right) {
        List<String> lefts = new ArrayList<>();
        List<String> rights = new ArrayList<>();
        do {
            if (cursor.peek().is("$left") || cursor.peek().is("$right")) {
                boolean leftFirst = cursor.take().is("$left");
                cursor.expect(".");
                Token first = cursor.name();
                cursor.expect("==");
                cursor.expect(leftFirst ? "$right" : "$left");
                cursor.expect(".");
                Token second = cursor.name();
                lefts.add(Scope.resolve(left, leftFirst ? first : second));
                rights.add(Scope.resolve(right, leftFirst ? second : first));
            } else {
                Token both = cursor.name();
                lefts.add(Scope.resolve(left, both));
                rights.add(Scope.resolve(right, both));
            }
        } while (cursor.takes(",") || cursor.takes("and"));
        return new Keys(lefts, rights);
    }

    private static String key(ObjectNode row, List<String> columns) {
        StringBuilder key = new StringBuilder();
        columns.forEach(column -> key.append(row.path(column)).append('\n'));
        return key.toString();
    }

    /** Columns of the right that the left has already get a 1 at their end. */
    private static Map<String, String> names(Set<String> left, Set<String> right) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String column : right) {
            String name = column;
            for (int i = 1; left.contains(name) || names.containsValue(name); i++) {
                name = column + i;
            }
            names.put(column, name);
        }
        return names;
    }

    private static List<ObjectNode> joined(
            List<ObjectNode> left,
            List<ObjectNode> right,
            Keys keys,
            Map<String, String> names,
            boolean outer,
            boolean once) {
        Map<String, List<ObjectNode>> byKey = new HashMap<>();
        right.forEach(row -> byKey.computeIfAbsent(key(row, keys.right()), first -> new ArrayList<>())
                .add(row));
        List<ObjectNode> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ObjectNode row : left) {
            String key = key(row, keys.left());
            if (once && !seen.add(key)) {
                continue;
            }
            List<ObjectNode> partners = byKey.getOrDefault(key, List.of());
            partners.forEach(partner -> found.add(merged(row, partner, names)));
            if (partners.isEmpty() && outer) {
                found.add(merged(row, Pipeline.only(row, Set.of()), names));
            }
        }
        return found;
    }

    private static ObjectNode merged(ObjectNode left, ObjectNode right, Map<String, String> names) {
        ObjectNode row = Pipeline.wider(left);
        names.forEach((column, name) -> {
            JsonNode value = right.get(column);
            row.set(name, value == null ? NullNode.instance : value);
        });
        return row;
    }
}
