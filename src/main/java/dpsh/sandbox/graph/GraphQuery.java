package dpsh.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** A query that was understood. */
public final class GraphQuery {
    /**
     * What a query finds.
     *
     * @param columns in their order
     * @param rows with these columns
     */
    public record Result(List<String> columns, List<ObjectNode> rows) {
        public Result {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    private final Pipeline pipeline;

    private GraphQuery(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Reads a query.
     *
     * @param now what {@code now()} answers
     * @throws GraphFault when it is wrong or not understood
     */
    public static GraphQuery parse(String text, GraphTables tables, Instant now) {
        Cursor cursor = new Cursor(Lexer.tokens(text));
        QueryParser parser = new QueryParser(cursor, tables, now);
        return new GraphQuery(parser.whole());
    }

    /** Runs it. */
    public Result run() {
        return new Result(List.copyOf(pipeline.columns()), pipeline.rows());
    }
}
