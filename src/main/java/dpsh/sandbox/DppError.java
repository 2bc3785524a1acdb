package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal of the Data Protection service itself, in its UserFacingError envelope (both articles' error responses).
 * {@code isRetryable} and {@code isUserError} are false there whatever the cause.
 *
 * @param detail the DetailedNonLocalisedMessage of the inner error, if there is an inner error
 */
record DppError(
        String code,
        String message,
        List<String> recommendedAction,
        @Nullable String detail) {
    DppError {
        recommendedAction = List.copyOf(recommendedAction);
    }

    DppError(String code, String message, String recommendedAction) {
        this(code, message, List.of(recommendedAction), null);
    }

    /** The body of an error response: {@code target} and {@code details} stand there as nulls. */
    ObjectNode response(String activityId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error");
        wrap(error, info(activityId, true));
        error.putNull("target");
        error.putNull("details");
        return body;
    }

    /** The {@code error} member of a failed operation's status. */
    ObjectNode status(String activityId) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        wrap(error, info(activityId, false));
        return error;
    }

    /** The bare UserFacingError, as in an instance's {@code protectionErrorDetails}. */
    ObjectNode info(String activityId, boolean withNulls) {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.put("message", message);
        recommendedAction.forEach(info.putArray("recommendedAction")::add);
        if (withNulls) {
            info.putNull("details");
        }
        info.put("code", code);
        info.put("target", "");
        if (detail != null) {
            ObjectNode inner = info.putObject("innerError");
            inner.put("code", code);
            inner.putObject("additionalInfo").put("DetailedNonLocalisedMessage", detail);
        } else if (withNulls) {
            info.putNull("innerError");
        }
        info.put("isRetryable", false);
        info.put("isUserError", false);
        info.putObject("properties").put("ActivityId", activityId);
        return info;
    }

    ObjectNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        saved.put("code", code).put("message", message);
        recommendedAction.forEach(saved.putArray("recommendedAction")::add);
        if (detail != null) {
            saved.put("detail", detail);
        }
        return saved;
    }

    static DppError load(JsonNode saved) {
        List<String> actions = new ArrayList<>();
        saved.path("recommendedAction").forEach(action -> actions.add(action.asText()));
        return new DppError(
                saved.path("code").asText(),
                saved.path("message").asText(),
                actions,
                saved.has("detail") ? saved.path("detail").asText() : null);
    }

    private void wrap(ObjectNode error, ObjectNode info) {
        error.putArray("additionalInfo")
                .addObject()
                .put("type", "UserFacingError")
                .set("info", info);
        error.put("code", code);
        error.put("message", message);
    }
}
