package dpsh.sandbox.estate;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads an estate and says where it is none: JSON first, then the outer shape, then the ID of each body. */
final class EstateReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final EstateDocument.Collector lists = new EstateDocument.Collector();
    private final Map<String, String> seen = new HashMap<>();

    EstateDocument read(InputStream in) throws IOException {
        JsonNode file = tree(in);
        if (!(file instanceof ObjectNode)) {
            throw new EstateException("the file", "an estate is a JSON object with format, tenant and lists of bodies");
        }
        if (file.path("format").asInt() != 1) {
            throw new EstateException("format", "this dpsh reads format 1, not " + shown(file.path("format")));
        }
        if (file.path("tenant").asText().isBlank()) {
            throw new EstateException("tenant", "the tenant's ID is missing");
        }
        for (Map.Entry<String, JsonNode> member : file.properties()) {
            if (!member.getKey().matches("format|tenant|world")) {
                readList(member.getKey(), member.getValue());
            }
        }
        JsonNode world = file.get("world");
        if (world != null && !world.isNull() && !(world instanceof ObjectNode)) {
            throw new EstateException("world", "a saved world is a JSON object");
        }
        return lists.in(file.path("tenant").asText(), world instanceof ObjectNode saved ? saved : null);
    }

    /** One body as the service wrote it. */
    static ObjectNode body(EstateList list, String json) {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode body) {
                return body;
            }
            throw new EstateException(list.member(), "a body is a JSON object");
        } catch (JsonProcessingException broken) {
            throw new EstateException(list.member(), "not JSON: " + why(broken));
        }
    }

    /** The reader's reason without its own inner names. */
    private static String why(JsonProcessingException broken) {
        return broken.getOriginalMessage().replaceFirst("(?s) \\(start marker at .*", "");
    }

    private static JsonNode tree(InputStream in) throws IOException {
        try {
            return MAPPER.readTree(in);
        } catch (JsonProcessingException broken) {
            JsonLocation at = broken.getLocation();
            String where = at == null ? "the file" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new EstateException(where, "not JSON: " + why(broken));
        }
    }

    private void readList(String member, JsonNode value) {
        EstateList list = EstateList.of(member);
        if (list == null) {
            throw new EstateException(member, "an estate has no such member");
        }
        if (!value.isArray()) {
            throw new EstateException(member, "this must be a list, not " + shown(value));
        }
        for (int i = 0; i < value.size(); i++) {
            readBody(list, member + "[" + i + "]", value.get(i));
        }
    }

    private void readBody(EstateList list, String where, JsonNode body) {
        if (!(body instanceof ObjectNode object)) {
            throw new EstateException(where, "this must be a resource's body, not " + shown(body));
        }
        String id = body.path("id").asText();
        if (!list.fits(id)) {
            throw new EstateException(where + ".id", shown(body.path("id")) + " is no ID of " + list.member());
        }
        String before = seen.putIfAbsent(id.toLowerCase(Locale.ROOT), where);
        if (before != null) {
            throw new EstateException(where + ".id", "the same ID as " + before);
        }
        lists.add(list, object);
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "nothing" : value.toString();
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
