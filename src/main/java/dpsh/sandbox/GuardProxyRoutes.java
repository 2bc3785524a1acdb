package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The proxies that put a vault under a resource guard, and the unlocking of deletes (az recording resource_guard_mapping,
 * 2024-02; PowerShell recording Unlock-AzDataProtectionResourceGuardOperation, 2023-08). Who may put a vault under which guard
 * is assumed: one that is there, in the vault's region (multi-user-authorization), and no other one while the vault has one.
 */
final class GuardProxyRoutes {
    private static final String TYPE = "backupResourceGuardProxies";
    private static final String LIST = VaultRoutes.VAULT + "/" + TYPE;
    private static final String ONE = LIST + "/{name}";

    /** Recorded: exactly half an hour. */
    private static final Duration UNLOCKED = Duration.ofMinutes(30);

    private final World world;
    private final Pages pages;
    private final GuardRule rule;

    GuardProxyRoutes(World world, Pages pages) {
        this.world = world;
        this.pages = pages;
        this.rule = new GuardRule(world);
    }

    void addTo(Router router) {
        router.dataProtection(
                "GET",
                LIST,
                call -> pages.of(
                        call, world.guardProxies, world.parentVault(call, TYPE).id()));
        router.dataProtection("GET", ONE, call -> Answer.json(200, proxy(call).json(call.version())));
        router.dataProtection("PUT", ONE, this::put);
        router.dataProtection("DELETE", ONE, this::delete);
        router.dataProtection("POST", ONE + "/unlockDelete", this::unlock);
    }

    private ArmId id(Call call) {
        return world.parentVault(call, TYPE).id().child(TYPE, call.var("name"));
    }

    private GuardProxy proxy(Call call) {
        GuardProxy proxy = world.guardProxies.get(id(call));
        if (proxy == null) {
            throw Refusal.notFound();
        }
        return proxy;
    }

    private Answer put(Call call) {
        Vault vault = world.parentVault(call, TYPE);
        ArmId id = id(call);
        JsonNode properties = CaseBlind.member(call.json(), "properties");
        ArmId guardId = ArmId.parse(CaseBlind.text(properties, "resourceGuardResourceId"));
        if (guardId == null
                || !guardId.hasType(ResourceGuard.TYPE)
                || !id.name().matches("[A-Za-z0-9]+")) {
            throw invalid("Give the ID of a resource guard and a name of letters and digits.");
        }
        ResourceGuard guard = world.resourceGuards.get(guardId);
        if (guard == null) {
            throw invalid("The resource guard " + guardId + " does not exist.");
        }
        if (!Vault.normalLocation(guard.location()).equals(Vault.normalLocation(vault.location()))) {
            throw invalid("Use a resource guard in the region of the vault.");
        }
        GuardProxy known = world.guardProxies.get(id);
        if (known != null && !known.guard().id().equals(guardId)) {
            throw invalid("Remove the vault from its resource guard before you put it under another one.");
        }
        GuardProxy proxy = new GuardProxy(id, guard, call.at(), known == null ? List.of() : known.unlocks());
        world.guardProxies.put(proxy);
        vault.guarded(true);
        return Answer.json(200, proxy.json(call.version()));
    }

    private Answer delete(Call call) {
        Vault vault = world.parentVault(call, TYPE);
        ArmId id = id(call);
        if (world.guardProxies.get(id) == null) {
            return Answer.empty(204);
        }
        rule.check(vault, GuardedOperation.DELETE_PROXY, id, null, call);
        world.guardProxies.remove(id);
        vault.guarded(!world.guardProxies.under(vault.id()).isEmpty());
        return Answer.json(200, JsonNodeFactory.instance.objectNode());
    }

    private Answer unlock(Call call) {
        GuardProxy proxy = proxy(call);
        JsonNode body = call.json();
        String resource = CaseBlind.text(body, "resourceToBeDeleted");
        ArmId target = ArmId.parse(resource);
        List<GuardedOperation> wanted = GuardRule.requests(body).stream()
                .map(proxy::asked)
                .filter(Objects::nonNull)
                .toList();
        boolean known = wanted.size() == GuardRule.requests(body).size();
        if (wanted.isEmpty() || !known || (resource != null && !resource.isBlank() && target == null)) {
            throw invalid("Name requests of the vault's resource guard, and the resource by its ID.");
        }
        Instant until = call.at().plus(UNLOCKED);
        world.guardProxies.put(proxy.unlocked(
                wanted.stream()
                        .map(operation -> new GuardProxy.Unlock(operation, target, until))
                        .toList(),
                call.at()));
        return Answer.json(
                200, JsonNodeFactory.instance.objectNode().put("unlockDeleteExpiryTime", DotNetTime.precise(until)));
    }

    private static Refusal invalid(String hint) {
        return Refusal.dpp(400, Findings.invalidInput(hint));
    }
}
