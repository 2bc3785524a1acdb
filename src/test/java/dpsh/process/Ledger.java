package dpsh.process;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What {@code operation list -o json} printed. */
record Ledger(List<Row> rows) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One operation.
     *
     * @param operation the contract's name
     */
    record Row(long number, String operation, String target, String state, boolean open) {
        boolean is(String contractName) {
            return operation.equals(contractName);
        }
    }

    /** The first document of an output. */
    static Ledger first(String out) {
        return of(documents(out).get(0));
    }

    /** The last document of an output. */
    static Ledger last(String out) {
        List<JsonNode> documents = documents(out);
        return of(documents.get(documents.size() - 1));
    }

    /** Each JSON document of an output. */
    static List<JsonNode> documents(String out) {
        List<JsonNode> documents = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(out)) {
            for (JsonNode next = JSON.readTree(parser); next != null; next = JSON.readTree(parser)) {
                documents.add(next);
            }
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(out, e);
        }
    }

    private static Ledger of(JsonNode list) {
        if (!list.isArray() || !(list.isEmpty() || list.get(0).has("clientRequestId"))) {
            throw new AssertionError("no list of operations: " + list);
        }
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : list) {
            rows.add(new Row(
                    row.path("number").asLong(),
                    row.path("operation").asText(),
                    row.path("target").asText(),
                    row.path("state").asText(),
                    row.path("open").asBoolean()));
        }
        return new Ledger(List.copyOf(rows));
    }

    List<Row> open() {
        return rows.stream().filter(Row::open).toList();
    }

    List<Row> of(String contractName) {
        return rows.stream().filter(row -> row.is(contractName)).toList();
    }
}
