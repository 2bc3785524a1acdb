package dpsh.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dpsh.arm.ErrorBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The service's errors. Data Protection buries the useful sentence in {@code additionalInfo[].info.innerError} (as the
 * articles' answers show); ARM itself sends code, message and details.
 */
public final class ErrorJson {
    private static final int DEEPEST = 16;

    private ErrorJson() {}

    /**
     * The error of an answer. Never fails: with nothing readable the code is that of the {@code x-ms-error-code} header, or
     * {@code HTTP <status>}.
     */
    public static ErrorBody read(int status, Map<String, String> headers, String body) {
        String fallback = headers.getOrDefault("x-ms-error-code", "HTTP " + status);
        JsonNode root;
        try {
            root = Fields.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            root = null;
        }
        if (root == null || !root.isObject()) {
            return ErrorBody.of(fallback, "");
        }
        Fields fields = new Fields(root);
        Fields error = fields.at("error");
        return error.node().isObject() ? of(error, fallback) : of(fields, fallback);
    }

    /** The error object itself, as it also stands in an operation's status or an instance's state. */
    static ErrorBody of(Fields error, String fallbackCode) {
        Fields info = userFacing(error);
        String code = first(error.text("code"), info.text("code"), fallbackCode);
        String message = first(error.text("message"), info.text("message"), "");
        String cause = deepest(error, info);
        List<String> actions = info.texts("recommendedAction");
        if (actions.isEmpty()) {
            actions = error.texts("recommendedAction");
        }
        String activity = first(info.text("properties", "ActivityId"), error.text("properties", "ActivityId"), "");
        return new ErrorBody(
                code,
                message,
                cause == null || cause.equals(message) ? null : cause,
                actions,
                activity.isEmpty() ? null : activity,
                blankToNull(first(error.text("target"), info.text("target"), "")));
    }

    private static Fields userFacing(Fields error) {
        for (Fields additional : error.list("additionalInfo")) {
            if (additional.at("info").node().isObject()) {
                return additional.at("info");
            }
        }
        return error;
    }

    /** The innermost explanation: of the chain of inner errors, else of the details. */
    private static @Nullable String deepest(Fields error, Fields info) {
        String found = null;
        Fields inner = info.at("innerError");
        if (!inner.node().isObject()) {
            inner = error.at("innerError");
        }
        for (int depth = 0; inner.node().isObject() && depth < DEEPEST; depth++) {
            String detail = inner.text("additionalInfo", "DetailedNonLocalisedMessage");
            if (detail != null && !detail.isBlank()) {
                found = detail;
            }
            Fields embedded = inner.at("embeddedInnerError");
            inner = embedded.node().isObject() ? embedded : inner.at("innerError");
        }
        if (found != null) {
            return found;
        }
        List<String> details = new ArrayList<>();
        for (Fields detail : error.list("details")) {
            String message = detail.text("message");
            if (message != null && !message.isBlank()) {
                String code = detail.text("code");
                details.add(code == null || code.isBlank() ? message : code + ": " + message);
            }
        }
        return details.isEmpty() ? null : String.join("; ", details);
    }

    private static String first(@Nullable String a, @Nullable String b, String otherwise) {
        if (a != null && !a.isBlank()) {
            return a;
        }
        return b != null && !b.isBlank() ? b : otherwise;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
