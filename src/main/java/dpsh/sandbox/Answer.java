package dpsh.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response: status, headers, and a body or none. Headers are added while it is made; the body never changes. */
final class Answer {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final int status;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final byte @Nullable [] body;

    private Answer(int status, byte @Nullable [] body) {
        this.status = status;
        this.body = body;
    }

    static Answer empty(int status) {
        return new Answer(status, null);
    }

    static Answer json(int status, JsonNode body) {
        return new Answer(status, bytes(body)).with("Content-Type", "application/json; charset=utf-8");
    }

    private static byte[] bytes(JsonNode body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Answer text(int status, String body) {
        return new Answer(status, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds or replaces a header, whatever its case. */
    Answer with(String header, String value) {
        headers.keySet().removeIf(header::equalsIgnoreCase);
        headers.put(header, value);
        return this;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The bytes of the body, or null when there is none. */
    byte @Nullable [] body() {
        return body;
    }
}
