package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reading backup instances: get, list, and by datasource. */
final class InstanceRoutes {
    static final String TYPE = "backupInstances";
    static final String LIST = VaultRoutes.VAULT + "/" + TYPE;
    static final String ONE = LIST + "/{name}";

    private final World world;
    private final Pages pages;

    InstanceRoutes(World world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    void addTo(Router router) {
        router.dataProtection(
                "GET",
                LIST,
                call -> pages.of(
                        call,
                        world.instances.shelf(),
                        world.parentVault(call, TYPE).id()));
        router.dataProtection(
                "GET", ONE, call -> Answer.json(200, world.instance(call).json(call.version())));
        router.dataProtection(
                "GET", "/{datasource...}/providers/Microsoft.DataProtection/backupInstances", this::byDatasource);
    }

    private Answer byDatasource(Call call) {
        ArmId datasource = ArmId.parse(call.var("datasource"));
        if (datasource == null) {
            throw Refusal.arm(400, "InvalidScope", "The scope '" + call.var("datasource") + "' is not valid.");
        }
        world.scope(datasource);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode value = body.putArray("value");
        world.instances.protecting(datasource).stream()
                .map(instance -> (JsonNode) instance.json(call.version()))
                .forEach(value::add);
        return Answer.json(200, body);
    }
}
