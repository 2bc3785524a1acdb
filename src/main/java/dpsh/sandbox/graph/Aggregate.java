package dpsh.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A function of {@code summarize}.
 *
 * @param column what its column is called unless the query says it
 * @param of the value for the rows of one group
 */
record Aggregate(String column, Function<List<ObjectNode>, JsonNode> of) {
    private static final Set<String> NAMES = new TreeSet<>(List.of(
            "count",
            "countif",
            "dcount",
            "dcountif",
            "min",
            "max",
            "sum",
            "avg",
            "make_list",
            "make_set",
            "makelist",
            "makeset",
            "any",
            "take_any"));

    static boolean isOne(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** @param source how the first argument was written, for the column's name */
    static Aggregate of(Token token, List<Expression> arguments, String source) {
        String name = token.text().toLowerCase(Locale.ROOT);
        if (name.equals("count")) {
            return new Aggregate("count_", rows -> new LongNode(rows.size()));
        }
        if (arguments.isEmpty()) {
            throw GraphFault.parser("The function '" + name + "' takes an argument.", token);
        }
        Expression value = arguments.get(0);
        return switch (name) {
            case "countif" ->
                new Aggregate(
                        "countif_",
                        rows -> new LongNode(rows.stream()
                                .filter(row -> Scalars.isTrue(value.of(row)))
                                .count()));
            case "dcount" -> new Aggregate("dcount_" + source, rows -> new LongNode(distinct(values(rows, value))));
            case "dcountif" ->
                new Aggregate(
                        "dcountif_" + source,
                        rows -> new LongNode(distinct(values(
                                rows.stream()
                                        .filter(row -> Scalars.isTrue(arguments
                                                .get(arguments.size() - 1)
                                                .of(row)))
                                        .toList(),
                                value))));
            case "min" ->
                new Aggregate("min_" + source, rows -> values(rows, value).stream()
                        .min(Scalars::compare)
                        .orElse(NullNode.instance));
            case "max" ->
                new Aggregate("max_" + source, rows -> values(rows, value).stream()
                        .max(Scalars::compare)
                        .orElse(NullNode.instance));
            case "sum" -> new Aggregate("sum_" + source, rows -> sum(values(rows, value)));
            case "avg" ->
                new Aggregate(
                        "avg_" + source,
                        rows -> new DoubleNode(values(rows, value).stream()
                                .mapToDouble(Scalars::number)
                                .average()
                                .orElse(Double.NaN)));
            case "make_list", "makelist" -> new Aggregate("list_" + source, rows -> list(values(rows, value), false));
            case "make_set", "makeset" -> new Aggregate("set_" + source, rows -> list(values(rows, value), true));
            default ->
                new Aggregate("any_" + source, rows -> rows.isEmpty() ? NullNode.instance : value.of(rows.get(0)));
        };
    }

    private static List<JsonNode> values(List<ObjectNode> rows, Expression value) {
        return rows.stream().map(value::of).filter(item -> !item.isNull()).toList();
    }

    private static long distinct(List<JsonNode> values) {
        return values.stream().map(Scalars::text).distinct().count();
    }

    private static JsonNode sum(List<JsonNode> values) {
        double sum = values.stream().mapToDouble(Scalars::number).sum();
        boolean whole = values.stream().allMatch(JsonNode::isIntegralNumber);
        return whole ? new LongNode((long) sum) : new DoubleNode(sum);
    }

    private static ArrayNode list(List<JsonNode> values, boolean once) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        List<String> seen = new ArrayList<>();
        for (JsonNode value : values) {
            String text = value.toString();
            if (!once || !seen.contains(text)) {
                list.add(value);
                seen.add(text);
            }
        }
        return list;
    }
}
