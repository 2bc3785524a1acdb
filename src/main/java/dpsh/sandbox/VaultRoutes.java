package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Backup vaults: list, get, put, patch, delete (answers as in wire notes section 3.1). */
final class VaultRoutes {
    static final String SUBSCRIPTION_LIST =
            "/subscriptions/{subscription}/providers/Microsoft.DataProtection/backupVaults";
    static final String LIST =
            "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.DataProtection/backupVaults";
    static final String VAULT = LIST + "/{vault}";
    private static final String NAME = "[A-Za-z][-A-Za-z0-9]{0,48}[A-Za-z0-9]";

    private final World world;
    private final Pages pages;
    private final Acceptances acceptances;

    VaultRoutes(World world, Pages pages, Acceptances acceptances) {
        this.world = world;
        this.pages = pages;
        this.acceptances = acceptances;
        world.operations.on(Operation.Kind.PUT_VAULT, (operation, at) -> provisioned(operation));
        world.operations.on(Operation.Kind.DELETE_VAULT, (operation, at) -> gone(operation));
    }

    void addTo(Router router) {
        router.dataProtection(
                "GET",
                SUBSCRIPTION_LIST,
                call -> pages.of(call, world.vaults, ArmId.subscription(call.var("subscription"))));
        router.dataProtection(
                "GET",
                LIST,
                call -> pages.of(call, world.vaults, world.group(call).id()));
        router.dataProtection(
                "GET", VAULT, call -> Answer.json(200, world.vault(call).json(call.version())));
        router.dataProtection("PUT", VAULT, this::put);
        router.dataProtection("PATCH", VAULT, this::patch);
        router.dataProtection("DELETE", VAULT, this::delete);
    }

    private Answer put(Call call) {
        world.group(call);
        ObjectNode body = call.json();
        JsonNode properties = CaseBlind.member(body, "properties");
        String location = CaseBlind.text(body, "location");
        JsonNode storage = CaseBlind.member(properties, "storageSettings");
        if (location == null) {
            throw Refusal.arm(400, "LocationRequired", "The location property is required for this definition.");
        }
        if (storage == null || !storage.isArray() || !call.var("vault").matches(NAME)) {
            throw Refusal.dpp(400, Findings.invalidInput("Check the name and the storageSettings of the vault."));
        }
        if (call.version().wantsAlwaysOnSoftDelete()) {
            checkSoftDelete(properties);
        }
        Vault known = world.vaults.get(call.vaultId());
        Vault vault = known == null ? new Vault(call.vaultId(), location) : known;
        if (!Vault.normalLocation(location).equals(Vault.normalLocation(vault.location()))) {
            throw Refusal.arm(
                    409,
                    "InvalidResourceLocation",
                    "The resource '" + vault.id().name() + "' already exists in location '" + vault.location()
                            + "' in resource group '" + vault.id().group()
                            + "'. A resource with the same name cannot be created in location '" + location
                            + "'. Please select a new resource name.");
        }
        world.vaults.put(vault);
        vault.configure(properties, true);
        vault.tags(CaseBlind.member(body, "tags"));
        identify(vault, body, call);
        vault.provisioning(known == null ? "Provisioning" : "Updating");
        Operation operation =
                world.operations.start(Operation.Kind.PUT_VAULT, vault, vault.id(), call, Duration.ofSeconds(10));
        return acceptances.createdVault(operation, call, vault.json(call.version()));
    }

    private static void checkSoftDelete(JsonNode properties) {
        String state = properties
                .path("securitySettings")
                .path("softDeleteSettings")
                .path("state")
                .asText();
        if (!state.equalsIgnoreCase("AlwaysOn")) {
            throw Refusal.dpp(400, Findings.softDeleteNotAlwaysOn());
        }
    }

    private void identify(Vault vault, JsonNode body, Call call) {
        JsonNode given = CaseBlind.member(body, "identity");
        String type = CaseBlind.text(given, "type");
        if (type == null) {
            return;
        }
        if (!type.equalsIgnoreCase("SystemAssigned")) {
            vault.identity(null);
        } else if (vault.identity() == null) {
            String principal = World.principalOf(vault.id());
            world.directory.make(principal, call.at());
            vault.identity(new Identity(principal, world.directory.tenant()));
        }
    }

    private Answer patch(Call call) {
        Vault vault = world.vault(call);
        ObjectNode body = call.json();
        vault.configure(CaseBlind.member(body, "properties"), false);
        JsonNode tags = CaseBlind.member(body, "tags");
        if (tags != null) {
            vault.tags(tags);
        }
        identify(vault, body, call);
        return Answer.json(200, vault.json(call.version()));
    }

    private Answer delete(Call call) {
        world.group(call);
        Vault vault = world.vaults.get(call.vaultId());
        if (vault == null) {
            return Answer.empty(204);
        }
        if (!world.instances.shelf().next(vault.id(), "", 1).isEmpty()) {
            throw Refusal.dpp(400, Findings.vaultNotEmpty(vault.id()));
        }
        Operation operation =
                world.operations.start(Operation.Kind.DELETE_VAULT, vault, vault.id(), call, Duration.ofSeconds(20));
        return acceptances.deletingVault(operation, call);
    }

    private @Nullable DppError provisioned(Operation operation) {
        Vault vault = world.vaults.get(operation.subject());
        if (vault != null) {
            vault.provisioning("Succeeded");
        }
        return null;
    }

    private @Nullable DppError gone(Operation operation) {
        ArmId vault = operation.subject();
        world.policies.under(vault).forEach(policy -> world.policies.remove(policy.id()));
        world.vaults.remove(vault);
        return null;
    }
}
