package dpsh.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dpsh.arm.DpshException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Datasources in JSON: an array or a sequence of IDs, or of objects that have one ({@code datasource list -o json} or
 * {@code jsonl}, {@code az disk list}), or the answer to a list request with its {@code value}.
 */
final class JsonInput {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Members that hold the ID, the most telling first; without regard to case. */
    private static final List<String> MEMBERS = List.of("datasource", "datasourceid", "resourceid", "id");

    private static final Set<String> LISTS = Set.of("value", "data");

    private final List<Wanted> wanted = new ArrayList<>();
    private final Complaints complaints;

    private JsonInput(String name) {
        complaints = new Complaints(name);
    }

    static PlanInput read(String name, String text) {
        JsonInput input = new JsonInput(name);
        try (JsonParser in = JSON.createParser(text)) {
            while (in.nextToken() != null) {
                input.top(name, in);
            }
        } catch (JsonProcessingException e) {
            throw PlanInput.wrong(
                    name,
                    "is no JSON",
                    "it breaks off in line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        input.complaints.raise();
        return new PlanInput(input.wanted, List.of());
    }

    private void top(String name, JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.START_ARRAY) {
            while (in.nextToken() != JsonToken.END_ARRAY) {
                one(in);
            }
            return;
        }
        int line = line(in);
        JsonNode value = JSON.readTree(in);
        if (value.path("dpsh").asText().startsWith("plan/")) {
            throw new DpshException.Usage(
                    name + " is a plan already", null, "`plan show FILE` reads it, `apply FILE` carries it out");
        }
        JsonNode list = list(value);
        if (list == null) {
            one(value, line);
        } else {
            list.forEach(element -> one(element, line));
        }
    }

    private static @Nullable JsonNode list(JsonNode value) {
        for (String member : LISTS) {
            if (value.path(member).isArray()) {
                return value.path(member);
            }
        }
        return null;
    }

    private void one(JsonParser in) throws IOException {
        int line = line(in);
        JsonNode element = JSON.readTree(in);
        one(element, line);
    }

    private void one(JsonNode element, int line) {
        String id = element.isTextual() ? element.asText() : member(element);
        if (id == null || id.isBlank()) {
            complaints.add(
                    line,
                    "'" + PlanInput.shown(element.toString()) + "' has no id",
                    "give IDs, or objects with an id (`datasource list -o json`)");
        } else {
            wanted.add(Wanted.of(id.strip(), line));
        }
    }

    private static @Nullable String member(JsonNode element) {
        for (String wanted : MEMBERS) {
            for (Map.Entry<String, JsonNode> member : element.properties()) {
                if (member.getKey().equalsIgnoreCase(wanted)
                        && member.getValue().isTextual()) {
                    return member.getValue().asText();
                }
            }
        }
        return null;
    }

    private static int line(JsonParser in) {
        return in.currentTokenLocation().getLineNr();
    }
}
