package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The resource providers: all are registered, and registering one again changes nothing. */
final class ProviderRoutes {
    private static final String PROVIDERS = "/subscriptions/{subscription}/providers";

    private final ProviderCatalog catalog;

    ProviderRoutes(ProviderCatalog catalog) {
        this.catalog = catalog;
    }

    void addTo(Router router) {
        router.arm("GET", "/providers", call -> list(null));
        router.arm("GET", "/providers/{namespace}", call -> one(call, null));
        router.arm("GET", PROVIDERS, call -> list(call.var("subscription")));
        router.arm("GET", PROVIDERS + "/{namespace}", call -> one(call, call.var("subscription")));
        router.arm("POST", PROVIDERS + "/{namespace}/register", call -> one(call, call.var("subscription")));
    }

    private Answer list(@Nullable String subscription) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode value = body.putArray("value");
        catalog.namespaces().forEach(namespace -> value.add(shown(namespace, subscription)));
        return Answer.json(200, body);
    }

    private Answer one(Call call, @Nullable String subscription) {
        String namespace = catalog.namespace(call.var("namespace"));
        if (namespace == null) {
            throw Refusal.arm(
                    404,
                    "InvalidResourceNamespace",
                    "The resource namespace '" + call.var("namespace") + "' is invalid.");
        }
        return Answer.json(200, shown(namespace, subscription));
    }

    private ObjectNode shown(String namespace, @Nullable String subscription) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (subscription != null) {
            json.put("id", "/subscriptions/" + subscription + "/providers/" + namespace);
        }
        json.put("namespace", namespace);
        ArrayNode types = json.putArray("resourceTypes");
        for (String type : catalog.types(namespace)) {
            ObjectNode row = types.addObject();
            row.put("resourceType", type);
            ArrayNode locations = row.putArray("locations");
            Regions.shownNames().forEach(locations::add);
            ArrayNode versions = row.putArray("apiVersions");
            List<String> known = catalog.versions(namespace, type);
            for (int i = known.size() - 1; i >= 0; i--) {
                versions.add(known.get(i));
            }
            row.put("capabilities", type.contains("/") ? "None" : "SupportsTags, SupportsLocation");
        }
        if (subscription != null) {
            json.put("registrationState", "Registered").put("registrationPolicy", "RegistrationRequired");
        }
        return json;
    }
}
