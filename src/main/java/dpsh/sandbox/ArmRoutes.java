package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiPredicate;

/** Tenants, subscriptions and their regions. */
final class ArmRoutes {
    private final World world;
    private final BiPredicate<Caller, ArmId> sees;

    /** @param sees whether a caller is shown a subscription in the list of all */
    ArmRoutes(World world, BiPredicate<Caller, ArmId> sees) {
        this.world = world;
        this.sees = sees;
    }

    void addTo(Router router) {
        router.arm("GET", "/tenants", this::tenants);
        router.arm("GET", "/subscriptions", this::subscriptions);
        router.arm("GET", "/subscriptions/{subscription}", this::subscription);
        router.arm(
                "GET",
                "/subscriptions/{subscription}/locations",
                call -> Answer.json(
                        200,
                        Regions.list(
                                world.subscription(call.var("subscription")).id())));
    }

    private Answer tenants(Call call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String tenant = world.directory.tenant();
        body.putArray("value")
                .addObject()
                .put("id", "/tenants/" + tenant)
                .put("tenantId", tenant)
                .put("countryCode", "US")
                .put("displayName", "Contoso")
                .put("defaultDomain", "contoso.onmicrosoft.com")
                .put("tenantType", "AAD")
                .put("tenantCategory", "Home")
                .putArray("domains")
                .add("contoso.onmicrosoft.com");
        return Answer.json(200, body);
    }

    private Answer subscriptions(Call call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode value = body.putArray("value");
        world.subscriptions.values().stream()
                .filter(subscription -> sees.test(call.caller(), subscription.id()))
                .forEach(subscription -> value.add(subscription.json(call.version())));
        body.putObject("count").put("type", "Total").put("value", value.size());
        return Answer.json(200, body);
    }

    private Answer subscription(Call call) {
        return Answer.json(200, world.subscription(call.var("subscription")).json(call.version()));
    }
}
