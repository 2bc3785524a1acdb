package dpsh.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A table and what is done to it, one step after another; knows the columns at its end. */
final class Pipeline {
    private final Supplier<List<ObjectNode>> source;
    private final List<UnaryOperator<List<ObjectNode>>> steps = new ArrayList<>();
    private Set<String> columns;

    Pipeline(List<String> columns, Supplier<List<ObjectNode>> source) {
        this.columns = new LinkedHashSet<>(columns);
        this.source = source;
    }

    /** The columns after the steps so far. */
    Set<String> columns() {
        return columns;
    }

    /** Adds a step that keeps the columns. */
    void then(UnaryOperator<List<ObjectNode>> step) {
        steps.add(step);
    }

    /** Adds a step after which the columns are these. */
    void then(Set<String> after, UnaryOperator<List<ObjectNode>> step) {
        columns = after;
        steps.add(step);
    }

    List<ObjectNode> rows() {
        List<ObjectNode> rows = source.get();
        for (UnaryOperator<List<ObjectNode>> step : steps) {
            rows = step.apply(rows);
        }
        return rows;
    }

    /** The row with these columns only; one that it lacks is null. */
    static ObjectNode only(ObjectNode row, Set<String> columns) {
        ObjectNode cut = JsonNodeFactory.instance.objectNode();
        for (String column : columns) {
            JsonNode value = row.get(column);
            cut.set(column, value == null ? NullNode.instance : value);
        }
        return cut;
    }

    /** A row that can be added to without touching this one. */
    static ObjectNode wider(ObjectNode row) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.setAll(row);
        return copy;
    }
}
