package dpsh.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** A JSON object read without regard to the case of its property names, as the service reads and writes them. */
final class Fields {
    /** Numbers keep the digits they came with. */
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final JsonNode node;

    Fields(JsonNode node) {
        this.node = node;
    }

    /**
     * Reads an answer of the service.
     *
     * @param what what was asked for, such as "the vault"
     * @throws DpshException.Transport when it is no JSON object
     */
    static Fields answer(String json, String what) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node != null && node.isObject()) {
                return new Fields(node);
            }
            throw unreadable(what, "it is " + (json.isBlank() ? "empty" : "no JSON object"), null);
        } catch (JsonProcessingException e) {
            throw unreadable(what, e.getOriginalMessage(), e);
        }
    }

    private static DpshException.Transport unreadable(String what, String why, @Nullable Throwable cause) {
        return new DpshException.Transport(
                "the answer for " + what + " is not what ARM sends",
                why,
                "check --endpoint and whether a proxy stands in between; --trace shows the exchange",
                true,
                cause);
    }

    JsonNode node() {
        return node;
    }

    boolean isEmpty() {
        return node.isEmpty();
    }

    /** The member below this path; missing members are empty, never null. */
    Fields at(String... path) {
        JsonNode here = node;
        for (String name : path) {
            here = member(here, name);
        }
        return new Fields(here);
    }

    /** The text of a string, number or boolean; null when it is absent, null or something else. */
    @Nullable
    String text(String... path) {
        JsonNode value = at(path).node;
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    /** The same, with a word for its absence. */
    String textOr(String absent, String... path) {
        String text = text(path);
        return text == null ? absent : text;
    }

    /** The elements of an array; a single object counts as one element, anything else as none. */
    List<Fields> list(String... path) {
        JsonNode value = at(path).node;
        List<Fields> elements = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> elements.add(new Fields(element)));
        } else if (value.isObject()) {
            elements.add(new Fields(value));
        }
        return elements;
    }

    /** The strings of an array, or the one string that stands in its place. */
    List<String> texts(String... path) {
        JsonNode value = at(path).node;
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> {
                if (element.isValueNode() && !element.isNull()) {
                    texts.add(element.asText());
                }
            });
        } else if (value.isTextual()) {
            texts.add(value.asText());
        }
        return texts;
    }

    /** The string members of an object, such as tags. */
    Map<String, String> map(String... path) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Entry<String, JsonNode> entry : at(path).node.properties()) {
            if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                map.put(entry.getKey(), entry.getValue().asText());
            }
        }
        return map;
    }

    /** The ID at the path, or null when there is none or it is malformed: what the service says is never a crash. */
    @Nullable
    ResourceId id(String... path) {
        String text = text(path);
        if (text == null) {
            return null;
        }
        try {
            return ResourceId.parse(text);
        } catch (DpshException.Usage malformed) {
            return null;
        }
    }

    /** The time at the path; null when there is none, when it is malformed, and for the year 1, which means "not yet". */
    @Nullable
    Instant time(String... path) {
        String text = text(path);
        if (text == null || text.startsWith("0001-")) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException withoutOffset) {
            try {
                return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException malformed) {
                return null;
            }
        }
    }

    /** The ID at the path, which an answer must have. */
    ResourceId requiredId(String what, String... path) {
        ResourceId id = id(path);
        if (id == null) {
            throw unreadable(what, "it has no readable '" + String.join(".", path) + "'", null);
        }
        return id;
    }

    /** The name under which a member really stands, or null. */
    static @Nullable String spelling(JsonNode object, String name) {
        if (object.has(name)) {
            return name;
        }
        for (Entry<String, JsonNode> entry : object.properties()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getKey();
            }
        }
        return null;
    }

    private static JsonNode member(JsonNode object, String name) {
        String spelled = spelling(object, name);
        return spelled == null ? MissingNode.getInstance() : object.get(spelled);
    }
}
