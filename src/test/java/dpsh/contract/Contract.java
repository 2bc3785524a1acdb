package dpsh.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The operations of an OpenAPI 2 document, found by method and path; paths have no case, as in ARM. */
final class Contract {
    /**
     * An operation.
     *
     * @param definition its part of the document
     * @param variables of its path, by name
     */
    record Operation(String id, String method, String path, JsonNode definition, Map<String, String> variables) {}

    private final List<Operation> operations = new ArrayList<>();
    private final Schemas schemas;

    Contract(Schemas schemas) {
        this.schemas = schemas;
        schemas.root().node().path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(new Operation(
                        method.getValue().path("operationId").asText(),
                        method.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        method.getValue(),
                        Map.of()))));
    }

    Schemas schemas() {
        return schemas;
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The operation of a request, the one with the most literal segments first; or null. */
    @Nullable
    Operation find(String method, String path) {
        Operation best = null;
        int literals = -1;
        for (Operation operation : operations) {
            Map<String, String> variables = operation.method().equals(method) ? match(operation.path(), path) : null;
            if (variables == null) {
                continue;
            }
            int fixed = operation.path().split("/").length - 2 * variables.size();
            if (fixed > literals) {
                literals = fixed;
                best = new Operation(
                        operation.id(), method, operation.path(), operation.definition(), Map.copyOf(variables));
            }
        }
        return best;
    }

    private static @Nullable Map<String, String> match(String template, String path) {
        List<String> wanted = List.of(template.substring(1).split("/"));
        List<String> given = List.of(path.substring(1).split("/"));
        Map<String, String> variables = new TreeMap<>();
        int skip = 0;
        if (wanted.get(0).equals("{resourceId}")) {
            skip = given.size() - wanted.size();
            if (skip < 1) {
                return null;
            }
            variables.put("resourceId", String.join("/", given.subList(0, skip + 1)));
        } else if (wanted.size() != given.size()) {
            return null;
        }
        for (int i = skip == 0 ? 0 : 1; i < wanted.size(); i++) {
            String name = wanted.get(i);
            String value = given.get(i + skip);
            if (name.startsWith("{")) {
                variables.put(name.substring(1, name.length() - 1), value);
            } else if (!name.equalsIgnoreCase(value)) {
                return null;
            }
        }
        return variables;
    }
}
