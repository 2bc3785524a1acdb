package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tenants, subscriptions and resource groups. */
final class ArmRoutes {
    private static final String GROUPS = "/subscriptions/{subscription}/resourceGroups";

    private final World world;
    private final Pages pages;

    ArmRoutes(World world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    void addTo(Router router) {
        router.arm("GET", "/tenants", this::tenants);
        router.arm("GET", "/subscriptions", this::subscriptions);
        router.arm("GET", "/subscriptions/{subscription}", this::subscription);
        router.arm("GET", GROUPS, call -> pages.of(call, world.groups, ArmId.subscription(call.var("subscription"))));
        router.arm(
                "GET",
                GROUPS + "/{group}",
                call -> Answer.json(200, world.group(call).json(call.version())));
        router.arm(
                "HEAD",
                GROUPS + "/{group}",
                call -> Answer.empty(world.groups.get(call.groupId()) == null ? 404 : 204));
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
        world.subscriptions.values().forEach(subscription -> value.add(subscription.json(call.version())));
        body.putObject("count").put("type", "Total").put("value", value.size());
        return Answer.json(200, body);
    }

    private Answer subscription(Call call) {
        return Answer.json(200, world.subscription(call.var("subscription")).json(call.version()));
    }
}
