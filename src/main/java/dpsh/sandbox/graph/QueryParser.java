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
    private final ColumnSteps columns;

    QueryParser(Cursor cursor, GraphTables tables, Instant now) {
        this.cursor = cursor;
        this.tables = tables;
        this.expressions = new ExpressionParser(cursor, now);
        this.joiner = new Joiner(cursor);
        this.columns = new ColumnSteps(cursor);
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
        Set<String> types = TypeHint.ahead(cursor, named || cursor.peek().is("|") ? 1 : 0);
        Pipeline pipeline = new Pipeline(tables.columns(), () -> tables.rows(asked, types));
        if (!named && !cursor.atEnd() && !cursor.peek().is("|")) {
            step(pipeline);
        }
        while (cursor.takes("|")) {
            step(pipeline);
        }
        return pipeline;
    }

    private void step(Pipeline pipeline) {
        Token operator = cursor.name();
        switch (operator.text().toLowerCase(Locale.ROOT)) {
            case "where", "filter" -> where(pipeline);
            case "extend" -> extend(pipeline);
            case "project" -> project(pipeline);
            case "project-away" -> columns.away(pipeline, false);
            case "project-keep" -> columns.away(pipeline, true);
            case "project-rename" -> columns.rename(pipeline);
            case "project-reorder" -> columns.reorder(pipeline);
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

    private void distinct(Pipeline pipeline) {
        Set<String> after = cursor.takes("*") ? pipeline.columns() : columns.names(pipeline.columns());
        ColumnSteps.cut(pipeline, after);
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
        ColumnSteps.cut(pipeline, after);
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
