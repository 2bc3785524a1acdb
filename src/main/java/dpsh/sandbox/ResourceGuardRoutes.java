package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Resource guards: all synchronous, and a PUT that makes one answers 200 (az recording resource_guard_create_and_delete,
 * 2024-05). That a guard can be deleted while vaults are under it is assumed; they stay under it.
 */
final class ResourceGuardRoutes {
    private static final String PROVIDER = "/providers/Microsoft.DataProtection/resourceGuards";
    private static final String LIST = "/subscriptions/{subscription}/resourceGroups/{group}" + PROVIDER;
    private static final String ONE = LIST + "/{guard}";
    private static final String DEFAULT = "default";

    private final World world;
    private final Pages pages;

    ResourceGuardRoutes(World world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    void addTo(Router router) {
        router.dataProtection(
                "GET",
                "/subscriptions/{subscription}" + PROVIDER,
                call -> pages.of(call, world.resourceGuards, ArmId.subscription(call.var("subscription"))));
        router.dataProtection(
                "GET",
                LIST,
                call -> pages.of(call, world.resourceGuards, world.group(call).id()));
        router.dataProtection("GET", ONE, call -> Answer.json(200, guard(call).json(call.version())));
        router.dataProtection("PUT", ONE, this::put);
        router.dataProtection("PATCH", ONE, this::patch);
        router.dataProtection("DELETE", ONE, this::delete);
        router.dataProtection("GET", ONE + "/{requests}", this::listRequests);
        router.dataProtection("GET", ONE + "/{requests}/{name}", this::getRequest);
    }

    private static ArmId id(Call call) {
        return call.groupId().resource("Microsoft.DataProtection", "resourceGuards", call.var("guard"));
    }

    private ResourceGuard guard(Call call) {
        world.group(call);
        ResourceGuard guard = world.resourceGuards.get(id(call));
        if (guard == null) {
            throw Refusal.resourceNotFound(id(call));
        }
        return guard;
    }

    private Answer put(Call call) {
        world.group(call);
        ObjectNode body = call.json();
        Call.tags(body);
        String location = CaseBlind.text(body, "location");
        if (location == null) {
            throw Refusal.arm(400, "LocationRequired", "The location property is required for this definition.");
        }
        Regions.check(location, ResourceGuard.TYPE);
        ResourceGuard known = world.resourceGuards.get(id(call));
        if (known != null && !Vault.normalLocation(location).equals(Vault.normalLocation(known.location()))) {
            throw Refusal.arm(
                    409,
                    "InvalidResourceLocation",
                    "The resource '" + known.id().name() + "' already exists in location '" + known.location()
                            + "' in resource group '" + known.id().group()
                            + "'. A resource with the same name cannot be created in location '" + location
                            + "'. Please select a new resource name.");
        }
        ResourceGuard guard = ResourceGuard.of(known == null ? id(call) : known.id(), location, body);
        keep(guard);
        return Answer.json(200, guard.json(call.version()));
    }

    /** What a guard leaves out, it leaves out for all vaults under it (multi-user-authorization-concept). */
    private void keep(ResourceGuard guard) {
        world.resourceGuards.put(guard);
        world.guardProxies.all().stream()
                .filter(proxy -> proxy.guard().id().equals(guard.id()))
                .toList()
                .forEach(proxy -> world.guardProxies.put(proxy.under(guard)));
    }

    private Answer patch(Call call) {
        ResourceGuard guard = guard(call);
        JsonNode tags = Call.tags(call.json());
        if (tags != null) {
            guard = guard.tagged(tags.deepCopy());
            keep(guard);
        }
        return Answer.json(200, guard.json(call.version()));
    }

    private Answer delete(Call call) {
        world.group(call);
        if (world.resourceGuards.get(id(call)) == null) {
            return Answer.empty(204);
        }
        world.resourceGuards.remove(id(call));
        return Answer.empty(200);
    }

    private Answer listRequests(Call call) {
        ResourceGuard guard = guard(call);
        String requests = requests(call);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (guard.keeps(requests)) {
            body.putArray("value").add(request(call, guard, requests));
        } else {
            body.putArray("value");
        }
        return Answer.json(200, body);
    }

    private Answer getRequest(Call call) {
        ResourceGuard guard = guard(call);
        String requests = requests(call);
        if (!guard.keeps(requests) || !call.var("name").equalsIgnoreCase(DEFAULT)) {
            throw Refusal.notFound();
        }
        return Answer.json(200, request(call, guard, requests));
    }

    /** The name of the requests as the service spells it. Refuses one that it does not have. */
    private static String requests(Call call) {
        for (GuardedOperation each : GuardedOperation.values()) {
            if (each.requests().equalsIgnoreCase(call.var("requests"))) {
                return each.requests();
            }
        }
        throw Refusal.typeNotInVersion("resourceGuards/" + call.var("requests"), call.version());
    }

    private static ObjectNode request(Call call, ResourceGuard guard, String requests) {
        return Resource.body(
                call.version(),
                guard.id().text() + "/" + requests + "/" + DEFAULT,
                DEFAULT,
                ResourceGuard.TYPE + "/" + requests,
                JsonNodeFactory.instance.objectNode());
    }
}
