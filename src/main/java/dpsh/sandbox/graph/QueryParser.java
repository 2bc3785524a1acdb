package dpsh.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a query: a table, then steps. A query without a table asks {@code resources}, as it did in 2019. */
final class QueryParser {
    private final Cursor cursor;
    private final GraphTables tables;
    private final ExpressionParser expressions;
    private final Joiner joiner;

    QueryParser(Cursor cursor, GraphTables tables, Instant now) {
        this.cursor = cursor;
        this.tables = tables;
        this.expressions = new ExpressionParser(cursor, now);
        this.joiner = new Joiner(cursor);
    }

    Pipeline whole() {
        Pipeline pipeline = pipeline();
        cursor.takes(";");
        if (!cursor.atEnd()) {
            throw GraphFault.parser("The query goes on unexpectedly.", cursor.peek());
        }
        return pipeline;
    }

    private Pipeline pipeline() {
        Token first = cursor.peek();
        String table = first.text().toLowerCase(Locale.ROOT);
        boolean named = first.kind() == Token.Kind.NAME && tables.names().contains(table);
        boolean bare = first.kind() == Token.Kind.NAME
                && (cursor.peek(1).is("|")
                        || cursor.peek(1).is(")")
                        || cursor.peek(1).kind() == Token.Kind.END);
        if (named) {
            cursor.take();
        } else if (bare && !first.is("count")) {
            throw new GraphFault("InvalidQuery", "Table " + first.text() + " was not found.", first);
        }
        String asked = named ? table : "resources";
        Set<String> types = typesAhead(named || cursor.peek().is("|") ? 1 : 0);
        Pipeline pipeline = new Pipeline(tables.columns(), () -> tables.rows(asked, types));
        if (!named && !cursor.atEnd() && !cursor.peek().is("|")) {
            step(pipeline);
        }
        while (cursor.takes("|")) {
            step(pipeline);
        }
        return pipeline;
    }

    /** The types that a {@code where type =~ '...'} right after the table leaves; empty when there is none. */
    private Set<String> typesAhead(int skip) {
        boolean typed = cursor.peek(skip).is("where") && cursor.peek(skip + 1).is("type");
        Token operator = cursor.peek(skip + 2);
        Token value = cursor.peek(skip + 3);
        Token next = cursor.peek(skip + 4);
        boolean single = (operator.is("=~") || operator.is("==")) && value.kind() == Token.Kind.TEXT;
        boolean ends = next.is("|") || next.is("and") || next.is(")") || next.kind() == Token.Kind.END;
        return typed && single && ends && !hasOr(skip) ? Set.of(value.text().toLowerCase(Locale.ROOT)) : Set.of();
    }

    private boolean hasOr(int from) {
        for (int i = from;
                cursor.peek(i).kind() != Token.Kind.END
                        && !(i > from && cursor.peek(i).is("|"));
                i++) {
            if (cursor.peek(i).is("or")) {
                return true;
            }
        }
        return false;
    }

    private void step(Pipeline pipeline) {
        Token operator = cursor.name();
        switch (operator.text().toLowerCase(Locale.ROOT)) {
            case "where", "filter" -> where(pipeline);
            case "extend" -> extend(pipeline);
            case "project" -> project(pipeline);
            case "project-away" -> away(pipeline, false);
            case "project-keep" -> away(pipeline, true);
            case "project-rename" -> rename(pipeline);
            case "project-reorder" -> reorder(pipeline);
            case "summarize" -> summarize(pipeline);
            case "distinct" -> distinct(pipeline);
            case "order", "sort" -> {
                cursor.expect("by");
                Comparator<ObjectNode> order = order(pipeline);
                pipeline.then(rows -> rows.stream().sorted(order).toList());
            }
            case "limit", "take" -> {
                long count = number();
                pipeline.then(rows -> rows.stream().limit(count).toList());
            }
            case "top" -> {
                long count = number();
                cursor.expect("by");
                Comparator<ObjectNode> order = order(pipeline);
                pipeline.then(rows -> rows.stream().sorted(order).limit(count).toList());
            }
            case "count" ->
                pipeline.then(
                        new LinkedHashSet<>(List.of("Count")),
                        rows -> List.of(JsonNodeFactory.instance.objectNode().put("Count", (long) rows.size())));
            case "mv-expand", "mvexpand" -> expand(pipeline);
            case "join" -> joiner.join(pipeline, this::bracketed);
            case "union" -> union(pipeline);
            default -> throw GraphFault.parser("The operator is not supported here.", operator);
        }
    }

    private Pipeline bracketed() {
        cursor.expect("(");
        Pipeline inner = pipeline();
        cursor.expect(")");
        return inner;
    }

    private long number() {
        if (cursor.peek().kind() != Token.Kind.NUMBER) {
            throw GraphFault.parser("Expected a number.", cursor.peek());
        }
        return (long) Double.parseDouble(cursor.take().text());
    }

    private void where(Pipeline pipeline) {
        Expression test = expressions.parse(pipeline.columns());
        pipeline.then(rows ->
                rows.stream().filter(row -> Scalars.isTrue(test.of(row))).toList());
    }

    private void extend(Pipeline pipeline) {
        Set<String> after = new LinkedHashSet<>(pipeline.columns());
        do {
            Named column = named(after);
            after.add(column.name());
            pipeline.then(Set.copyOf(after), rows -> rows.stream()
                    .map(row -> (ObjectNode) Pipeline.wider(row)
                            .set(column.name(), column.value().of(row)))
                    .toList());
        } while (cursor.takes(","));
        pipeline.then(after, rows -> rows);
    }

    private record Named(String name, Expression value) {}

    /** {@code name = expression}, or an expression that names itself by its last part. */
    private Named named(Set<String> scope) {
        if (cursor.peek().kind() == Token.Kind.NAME && cursor.peek(1).is("=")) {
            String name = cursor.take().text();
            cursor.take();
            return new Named(name, expressions.parse(scope));
        }
        String name = cursor.peek().text();
        boolean call = cursor.peek(1).is("(");
        Expression value;
        if (cursor.peek().kind() == Token.Kind.NAME && cursor.peek(1).is(".")) {
            name = pathName();
        }
        value = expressions.parse(scope);
        return new Named(call ? "Column1" : name, value);
    }

    /** {@code properties.a.b} is called {@code properties_a_b}. */
    private String pathName() {
        StringBuilder name = new StringBuilder(cursor.peek().text());
        for (int i = 1; cursor.peek(i).is("."); i += 2) {
            name.append('_').append(cursor.peek(i + 1).text());
        }
        return name.toString();
    }

    private void project(Pipeline pipeline) {
        Map<String, Expression> columns = new LinkedHashMap<>();
        do {
            Named column = named(pipeline.columns());
            columns.put(column.name(), column.value());
        } while (cursor.takes(","));
        pipeline.then(new LinkedHashSet<>(columns.keySet()), rows -> rows.stream()
                .map(row -> {
                    ObjectNode cut = JsonNodeFactory.instance.objectNode();
                    columns.forEach((name, value) -> cut.set(name, value.of(row)));
                    return cut;
                })
                .toList());
    }

    private Set<String> names(Set<String> scope) {
        Set<String> names = new LinkedHashSet<>();
        do {
            names.add(Scope.resolve(scope, cursor.name()));
        } while (cursor.takes(","));
        return names;
    }

    private void away(Pipeline pipeline, boolean keep) {
        Set<String> after = new LinkedHashSet<>(pipeline.columns());
        Set<String> named = names(pipeline.columns());
        after.removeIf(column -> named.contains(column) != keep);
        cut(pipeline, after);
    }

    private static void cut(Pipeline pipeline, Set<String> after) {
        pipeline.then(
                after,
                rows -> rows.stream().map(row -> Pipeline.only(row, after)).toList());
    }

    private void reorder(Pipeline pipeline) {
        Set<String> after = names(pipeline.columns());
        after.addAll(pipeline.columns());
        cut(pipeline, after);
    }

    private void rename(Pipeline pipeline) {
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

    private void distinct(Pipeline pipeline) {
        Set<String> after = cursor.takes("*") ? pipeline.columns() : names(pipeline.columns());
        cut(pipeline, after);
        pipeline.then(rows -> List.copyOf(new LinkedHashSet<>(rows)));
    }

    private Comparator<ObjectNode> order(Pipeline pipeline) {
        Comparator<ObjectNode> order = null;
        do {
            Expression value = expressions.parse(pipeline.columns());
            Comparator<ObjectNode> next = (left, right) -> Scalars.compare(value.of(left), value.of(right));
            boolean up = cursor.takes("asc");
            if (!up) {
                cursor.takes("desc");
                next = next.reversed();
            }
            if (cursor.takes("nulls")) {
                cursor.name();
            }
            order = order == null ? next : order.thenComparing(next);
        } while (cursor.takes(","));
        return order;
    }

    private void expand(Pipeline pipeline) {
        Named column = named(pipeline.columns());
        if (cursor.takes("to")) {
            cursor.expect("typeof");
            cursor.expect("(");
            cursor.name();
            cursor.expect(")");
        }
        Set<String> after = new LinkedHashSet<>(pipeline.columns());
        after.add(column.name());
        pipeline.then(after, rows -> {
            List<ObjectNode> wide = new ArrayList<>();
            for (ObjectNode row : rows) {
                JsonNode value = column.value().of(row);
                if (!value.isArray()) {
                    wide.add(Pipeline.wider(row).set(column.name(), value));
                }
                for (JsonNode item : value.isArray() ? value : JsonNodeFactory.instance.arrayNode()) {
                    wide.add(Pipeline.wider(row).set(column.name(), item));
                }
            }
            return wide;
        });
    }

    private void union(Pipeline pipeline) {
        Set<String> after = new LinkedHashSet<>(pipeline.columns());
        do {
            Pipeline other;
            if (cursor.peek().is("(")) {
                other = bracketed();
            } else {
                String table = cursor.name().text().toLowerCase(Locale.ROOT);
                other = new Pipeline(tables.columns(), () -> tables.rows(table, Set.of()));
            }
            after.addAll(other.columns());
            pipeline.then(rows -> {
                List<ObjectNode> all = new ArrayList<>(rows);
                all.addAll(other.rows());
                return all;
            });
        } while (cursor.takes(","));
        cut(pipeline, after);
    }

    private void summarize(Pipeline pipeline) {
        Map<String, Aggregate> values = new LinkedHashMap<>();
        while (!cursor.peek().is("by") && !cursor.peek().is("|") && !cursor.atEnd()) {
            String name = null;
            if (cursor.peek(1).is("=")) {
                name = cursor.name().text();
                cursor.take();
            }
            Aggregate aggregate = aggregate(pipeline.columns());
            values.put(name == null ? aggregate.column() : name, aggregate);
            if (!cursor.takes(",")) {
                break;
            }
        }
        Map<String, Expression> keys = new LinkedHashMap<>();
        if (cursor.takes("by")) {
            do {
                Named key = named(pipeline.columns());
                keys.put(key.name(), key.value());
            } while (cursor.takes(","));
        }
        Set<String> after = new LinkedHashSet<>(keys.keySet());
        after.addAll(values.keySet());
        pipeline.then(after, rows -> Grouping.of(rows, keys, values));
    }

    private Aggregate aggregate(Set<String> scope) {
        Token function = cursor.name();
        if (!Aggregate.isOne(function.text())) {
            throw GraphFault.parser("The aggregation is not supported here.", function);
        }
        cursor.expect("(");
        String source = cursor.peek(1).is(".") ? pathName() : cursor.peek().text();
        List<Expression> arguments = new ArrayList<>();
        while (!cursor.takes(")")) {
            arguments.add(expressions.parse(scope));
            if (!cursor.peek().is(")")) {
                cursor.expect(",");
            }
        }
        return Aggregate.of(function, arguments, source);
    }
}
