package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response: status, headers, and a body or none. Headers are added while it is made; the body never changes. */
final class Answer {
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
        return text(status, body.toString()).with("Content-Type", "application/json; charset=utf-8");
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
