package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.fault.FaultSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The door through which a running sandbox is looked at and changed from outside: {@code /_sandbox/...}, JSON in, JSON out. It
 * asks for no token and no api-version, takes nothing from a bucket and suffers no fault. A web page cannot open it: the host
 * must be loopback, an Origin is refused, and what changes something must say that it is JSON.
 */
final class ControlDoor {
    private static final String PREFIX = "_sandbox";

    private final List<Route> routes = new ArrayList<>();

    /**
     * Adds a route.
     *
     * @param pattern below {@code /_sandbox}, such as {@code /faults/{id}}; empty for the door itself
     */
    void on(String method, String pattern, Handler handler) {
        routes.add(Route.of(method, "/" + PREFIX + pattern, false, handler));
    }

    /** Whether a request is for this door. */
    boolean claims(RequestLine line) {
        return !line.segments().isEmpty() && line.segments().get(0).equals(PREFIX);
    }

    Answer answer(Call call) {
        try {
            return guarded(call);
        } catch (FaultSyntaxException | IllegalStateException wrong) {
            return refuse(400, "BadRequest", String.valueOf(wrong.getMessage()));
        } catch (Refusal refusal) {
            return refusal.answer(call);
        }
    }

    private Answer guarded(Call call) {
        if (!call.header("host")
                .matches("(?i)(127\\.0\\.0\\.1|\\[::1]|localhost|[a-z0-9-]+\\.localhost)(:\\d{1,5})?")) {
            return refuse(403, "Forbidden", "This door is for loopback names of this machine only.");
        }
        if (!call.header("origin").isEmpty() || call.header("sec-fetch-site").equalsIgnoreCase("cross-site")) {
            return refuse(403, "Forbidden", "This door is not for web pages.");
        }
        boolean json = call.header("content-type").toLowerCase(Locale.ROOT).startsWith("application/json");
        if (List.of("POST", "PUT", "PATCH").contains(call.line().method()) && !json) {
            return refuse(415, "UnsupportedMediaType", "Send Content-Type: application/json.");
        }
        boolean elsewhere = false;
        for (Route route : routes) {
            Map<String, String> vars = route.match(call.line().segments());
            if (vars != null && route.method().equals(call.line().method())) {
                return route.handler().answer(call.where(vars));
            }
            elsewhere |= vars != null;
        }
        return elsewhere
                ? refuse(405, "MethodNotAllowed", "There is no " + call.line().method() + " here.")
                : refuse(404, "NotFound", "There is no " + call.line().rawPath() + " behind this door.");
    }

    private static Answer refuse(int status, String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("code", code).put("message", message);
        return Answer.json(status, body);
    }

    /** A member of the request's body that must be text. */
    static String text(Call call, String name) {
        @Nullable JsonNode value = call.json().get(name);
        if (value == null || !value.isTextual()) {
            throw new FaultSyntaxException("the body needs \"" + name + "\", a string");
        }
        return value.textValue();
    }
}
