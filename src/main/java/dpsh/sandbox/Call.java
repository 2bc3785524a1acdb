package dpsh.sandbox;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the sandbox.
 *
 * @param origin scheme, host and port that the caller used: absolute URLs in the answer begin with it
 * @param headers names in lower case
 * @param requestId made by the service
 * @param correlationId the caller's, or made by the service
 * @param at service time of arrival
 * @param caller once the token is read; the operator before
 * @param vars what the route's variables stand for
 * @param doom what the operation that the call starts is bound to fail with; null for what really happens
 */
record Call(
        RequestLine line,
        String origin,
        Map<String, String> headers,
        byte[] body,
        String requestId,
        String correlationId,
        Instant at,
        Caller caller,
        Map<String, String> vars,
        @Nullable DppError doom) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    Call by(Caller known) {
        return new Call(line, origin, headers, body, requestId, correlationId, at, known, vars, doom);
    }

    Call where(Map<String, String> known) {
        return new Call(line, origin, headers, body, requestId, correlationId, at, caller, known, doom);
    }

    Call arrivedAt(Instant time) {
        return new Call(line, origin, headers, body, requestId, correlationId, time, caller, vars, doom);
    }

    Call doomed(DppError failure) {
        return new Call(line, origin, headers, body, requestId, correlationId, at, caller, vars, failure);
    }

    /** The same request, delivered again. */
    Call again(String newRequestId) {
        return new Call(line, origin, headers, body, newRequestId, correlationId, at, caller, vars, doom);
    }

    /** The header's value, or empty. */
    String header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, "");
    }

    /** The activity of what a user asks for: the client's request ID (recorded for jobs and deletions), else the correlation ID. */
    String activity() {
        String client = header("x-ms-client-request-id");
        return client.isBlank() ? correlationId : client;
    }

    /** A variable of the route. */
    String var(String name) {
        String value = vars.get(name);
        if (value == null) {
            throw new IllegalStateException("The route has no variable " + name);
        }
        return value;
    }

    @Nullable
    String query(String lowerCaseName) {
        return line.query().get(lowerCaseName);
    }

    /** The api-version; it is known to be there once the call has been routed. */
    ApiVersion version() {
        return new ApiVersion(line.query().getOrDefault("api-version", ""));
    }

    ArmId groupId() {
        return ArmId.group(var("subscription"), var("group"));
    }

    ArmId vaultId() {
        return groupId().resource("Microsoft.DataProtection", "backupVaults", var("vault"));
    }

    private static String line(@Nullable JsonLocation location) {
        return location == null ? "1" : location.getLineNr() + ", position " + location.getColumnNr();
    }

    /** The tags of a body, or null. Refuses what is no map of strings. */
    static @Nullable JsonNode tags(ObjectNode body) {
        JsonNode tags = CaseBlind.member(body, "tags");
        if (tags == null) {
            return null;
        }
        boolean strings = tags.isObject();
        for (JsonNode value : tags) {
            strings &= value.isTextual() || value.isNull();
        }
        if (!strings) {
            throw Refusal.contentNotJson("Error converting the value of 'tags' to a dictionary of strings.");
        }
        return tags;
    }

    /** The body as a JSON object, an empty one when there is no body. Refuses as {@link #json}. */
    ObjectNode optionalJson() {
        return new String(body, StandardCharsets.UTF_8).isBlank() ? JsonNodeFactory.instance.objectNode() : json();
    }

    /** The body as a JSON object. Refuses anything else as ARM does, before the provider sees it. */
    ObjectNode json() {
        try {
            JsonNode tree = MAPPER.readTree(body);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw Refusal.contentNotJson("Expected a JSON object.");
        } catch (JsonProcessingException notJson) {
            throw Refusal.contentNotJson("The JSON is not well formed. Line " + line(notJson.getLocation()));
        } catch (IOException unreadable) {
            throw Refusal.contentNotJson("The content could not be read.");
        }
    }
}
