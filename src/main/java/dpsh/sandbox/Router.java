package dpsh.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds the route of a call, or ARM's reason why there is none. */
final class Router {
    private final List<Route> routes = new ArrayList<>();
    private final ProviderCatalog catalog;
    private final VersionCheck versions;
    private final Function<Call, String> location;

    /** @param location tells where the resource is that a call is about; empty when it is nowhere */
    Router(ProviderCatalog catalog, Function<Call, String> location) {
        this.catalog = catalog;
        this.versions = new VersionCheck(catalog);
        this.location = location;
    }

    /** Adds a route of ARM or another provider. */
    void arm(String method, String pattern, Handler handler) {
        routes.add(Route.of(method, pattern, false, handler));
    }

    /** Adds a route of Microsoft.DataProtection. */
    void dataProtection(String method, String pattern, Handler handler) {
        routes.add(Route.of(method, pattern, true, handler));
    }

    Answer answer(Call call) {
        boolean otherMethod = false;
        for (Route route : routes) {
            Map<String, String> vars = route.match(call.line().segments());
            if (vars != null && route.method().equals(call.line().method())) {
                versions.check(call, location);
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

    private Refusal notFound(Call call) {
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
        if (catalog.namespace(namespace) == null) {
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
