package dpsh.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the route of a call, or ARM's reason why there is none. */
final class Router {
    private static final Set<String> NAMESPACES = Set.of(
            "microsoft.dataprotection",
            "microsoft.compute",
            "microsoft.storage",
            "microsoft.authorization",
            "microsoft.resources");

    private final List<Route> routes = new ArrayList<>();

    /** Adds a route of ARM or another provider; any date is an api-version. */
    void arm(String method, String pattern, Handler handler) {
        routes.add(Route.of(method, pattern, false, handler));
    }

    /** Adds a route of Microsoft.DataProtection; only its published api-versions are taken. */
    void dataProtection(String method, String pattern, Handler handler) {
        routes.add(Route.of(method, pattern, true, handler));
    }

    Answer answer(Call call) {
        boolean otherMethod = false;
        for (Route route : routes) {
            Map<String, String> vars = route.match(call.line().segments());
            if (vars != null && route.method().equals(call.line().method())) {
                checkVersion(call.version(), route.dataProtection());
                return route.handler().answer(call.where(vars));
            }
            otherMethod |= vars != null;
        }
        throw otherMethod
                ? Refusal.arm(
                        405,
                        "MethodNotAllowed",
                        "The requested resource does not support http method '"
                                + call.line().method() + "'.")
                : notFound(call);
    }

    private static void checkVersion(ApiVersion version, boolean dataProtection) {
        if (!version.hasDateForm() || (dataProtection && !version.isDataProtection())) {
            String supported = dataProtection
                    ? " The supported versions are '" + String.join(",", ApiVersion.DATA_PROTECTION) + "'."
                    : "";
            throw Refusal.arm(
                    400,
                    "InvalidApiVersionParameter",
                    "The api-version '" + version.text() + "' is invalid." + supported);
        }
    }

    /** No such path. */
    static Refusal noSuchType(Call call) {
        return notFound(call);
    }

    private static Refusal notFound(Call call) {
        List<String> segments = call.line().segments();
        int providers = -1;
        for (int i = 0; i < segments.size(); i++) {
            providers = segments.get(i).equalsIgnoreCase("providers") ? i : providers;
        }
        if (providers < 0 || providers + 1 >= segments.size()) {
            return Refusal.arm(
                    404,
                    "MissingSubscription",
                    "The request did not have a subscription or a valid tenant level resource provider.");
        }
        String namespace = segments.get(providers + 1);
        if (!NAMESPACES.contains(namespace.toLowerCase(Locale.ROOT))) {
            return Refusal.arm(
                    404, "InvalidResourceNamespace", "The resource namespace '" + namespace + "' is invalid.");
        }
        List<String> types = new ArrayList<>();
        for (int i = providers + 2; i < segments.size(); i += 2) {
            types.add(segments.get(i));
        }
        return Refusal.arm(
                404,
                "InvalidResourceType",
                "The resource type '" + String.join("/", types) + "' could not be found in the namespace '" + namespace
                        + "' for api version '" + call.version().text() + "'.");
    }
}
