package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reading backup instances: get, list, by datasource, and the soft-deleted ones. */
final class InstanceRoutes {
    static final String TYPE = "backupInstances";
    static final String LIST = VaultRoutes.VAULT + "/" + TYPE;

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
        router.dataProtection("GET", LIST + "/{name}", this::get);
        router.dataProtection("GET", VaultRoutes.VAULT + "/deletedBackupInstances", this::deleted);
        router.dataProtection(
                "GET", "/{datasource...}/providers/Microsoft.DataProtection/backupInstances", this::byDatasource);
    }

    private Answer get(Call call) {
        ArmId id = world.parentVault(call, TYPE).id().child(TYPE, call.var("name"));
        BackupInstance instance = world.instances.shelf().get(id);
        if (instance == null) {
            throw Refusal.dpp(404, Findings.notFound(id.text()));
        }
        return Answer.json(200, instance.json(call.version()));
    }

    /** Operational snapshots and continuous blob backups are deleted for good: nothing is ever kept here yet. */
    private Answer deleted(Call call) {
        world.parentVault(call, "deletedBackupInstances");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("value");
        return Answer.json(200, body);
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
