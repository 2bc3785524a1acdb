package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Backup vaults: list, get, put, patch, delete (answers as in wire notes section 3.1). */
final class VaultRoutes {
    static final String SUBSCRIPTION_LIST =
            "/subscriptions/{subscription}/providers/Microsoft.DataProtection/backupVaults";
    static final String LIST =
            "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.DataProtection/backupVaults";
    static final String VAULT = LIST + "/{vault}";
    private static final Duration PROVISIONING = Duration.ofSeconds(1);
    private static final Duration DELETING = Duration.ofSeconds(1);

    private final World world;
    private final Pages pages;
    private final Acceptances acceptances;
    private final VaultIdentities identities;
    private final GuardRule guard;

    VaultRoutes(World world, Pages pages, Acceptances acceptances) {
        this.world = world;
        this.pages = pages;
        this.acceptances = acceptances;
        this.guard = new GuardRule(world);
        this.identities = new VaultIdentities(world);
        world.operations.on(Operation.Kind.PUT_VAULT, (operation, at) -> provisioned(operation));
        world.operations.onFailure(Operation.Kind.PUT_VAULT, (operation, at) -> spoilt(operation));
        world.operations.on(Operation.Kind.DELETE_VAULT, this::gone);
        world.operations.onFailure(Operation.Kind.DELETE_VAULT, (operation, at) -> kept(operation, operation.doom()));
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
        if (location == null) {
            throw Refusal.arm(400, "LocationRequired", "The location property is required for this definition.");
        }
        Regions.check(location, Vault.TYPE);
        if (!VaultRules.isName(call.var("vault"))) {
            throw Refusal.dpp(400, Findings.invalidInput("A vault's name has 2 to 50 letters, digits and dashes."));
        }
        Vault known = world.vaults.get(call.vaultId());
        DeletedVault deleted = known == null ? deleted(call, location) : null;
        Vault before = deleted == null ? known : deleted.vault();
        checkLocation(known, location);
        VaultRules.checkPut(properties, before, call.version());
        if (known != null) {
            checkStays(known);
            guard.checkWrite(known, properties, call);
        }
        Vault vault = before == null ? new Vault(call.vaultId(), location) : before;
        JsonNode unchanged = vault.written();
        if (before == null) {
            vault.softDeleteBy(call.version().wantsAlwaysOnSoftDelete() ? "AlwaysOn" : "On");
        }
        JsonNode tags = Call.tags(body);
        identities.give(vault, body, call, deleted != null);
        vault.tags(tags);
        vault.configure(properties);
        if (known != null && vault.written().equals(unchanged)) {
            return Answer.json(200, vault.json(call.version()));
        }
        world.vaults.put(vault);
        if (deleted != null) {
            world.deletedVaults.remove(deleted.id());
            deleted.policies().forEach(world.policies::put);
        }
        vault.provisioning(known == null ? "Provisioning" : "Updating");
        Operation operation = world.operations.start(Operation.Kind.PUT_VAULT, vault, vault.id(), call, PROVISIONING);
        return acceptances.createdVault(operation, call, vault.json(call.version()));
    }

    /** The deleted vault that the request wants back, by its ID or name in a header; null when it wants none. */
    private @Nullable DeletedVault deleted(Call call, String location) {
        String wanted = call.header("x-ms-deleted-vault-id");
        if (wanted.isBlank()) {
            return null;
        }
        DeletedVault found = DeletedVaultRoutes.find(
                world,
                wanted.substring(wanted.lastIndexOf('/') + 1),
                ArmId.location(call.var("subscription"), location));
        if (found == null || !found.vault().id().equals(call.vaultId())) {
            throw Refusal.notFound();
        }
        return found;
    }

    private static void checkLocation(@Nullable Vault known, String location) {
        if (known != null && !Vault.normalLocation(location).equals(Vault.normalLocation(known.location()))) {
            throw Refusal.arm(
                    409,
                    "InvalidResourceLocation",
                    "The resource '" + known.id().name() + "' already exists in location '" + known.location()
                            + "' in resource group '" + known.id().group()
                            + "'. A resource with the same name cannot be created in location '" + location
                            + "'. Please select a new resource name.");
        }
    }

    private Answer patch(Call call) {
        Vault vault = world.vault(call);
        checkStays(vault);
        ObjectNode body = call.json();
        JsonNode properties = CaseBlind.member(body, "properties");
        VaultRules.checkChange(properties, vault);
        guard.checkWrite(vault, properties, call);
        JsonNode tags = Call.tags(body);
        identities.give(vault, body, call, false);
        if (tags != null) {
            vault.tags(tags);
        }
        vault.configure(properties);
        return Answer.json(200, vault.json(call.version()));
    }

    private Answer delete(Call call) {
        world.group(call);
        Vault vault = world.vaults.get(call.vaultId());
        if (vault == null) {
            return Answer.empty(204);
        }
        if (world.instances.areIn(vault.id())) {
            throw Refusal.dpp(400, Findings.vaultNotEmpty(vault.id()));
        }
        checkStays(vault);
        vault.provisioning("Deleting");
        Operation operation = world.operations.start(Operation.Kind.DELETE_VAULT, vault, vault.id(), call, DELETING);
        operation.detail().put("activity", call.activity());
        return acceptances.deletingVault(operation, call);
    }

    /** What is being deleted takes no other change (assumed: 409, as ARM's contract has it for a second change). */
    private static void checkStays(Vault vault) {
        if (vault.isBeingDeleted()) {
            throw Refusal.busy(vault.id());
        }
    }

    /** A vault whose deletion fails stays as it was. */
    private @Nullable DppError kept(Operation operation, @Nullable DppError why) {
        Vault vault = world.vaults.get(operation.subject());
        if (vault != null) {
            vault.provisioning("Succeeded");
        }
        return why;
    }

    private @Nullable DppError spoilt(Operation operation) {
        Vault vault = world.vaults.get(operation.subject());
        if (vault != null && !vault.isBeingDeleted()) {
            vault.provisioning("Failed");
        }
        return operation.doom();
    }

    private @Nullable DppError provisioned(Operation operation) {
        Vault vault = world.vaults.get(operation.subject());
        if (vault != null && !vault.isBeingDeleted()) {
            vault.provisioning("Succeeded");
        }
        return null;
    }

    /** With soft delete on an empty vault can be brought back for a while, by the versions that know how. */
    private @Nullable DppError gone(Operation operation, Instant at) {
        Vault vault = world.vaults.get(operation.subject());
        if (vault == null) {
            return null;
        }
        if (world.instances.areIn(vault.id())) {
            return kept(operation, Findings.vaultNotEmpty(vault.id()));
        }
        List<Policy> policies = world.policies.under(vault.id());
        policies.forEach(policy -> world.policies.remove(policy.id()));
        world.vaults.remove(vault.id());
        world.guardProxies.under(vault.id()).forEach(proxy -> world.guardProxies.remove(proxy.id()));
        vault.guarded(false);
        if (vault.softDeletes()) {
            DeletedVault deleted = DeletedVault.of(
                    vault, policies, at, operation.detail().path("activity").asText());
            world.deletedVaults.put(deleted);
            world.timeline.at(deleted.purge(), DeletedVaultRoutes.purgeOf(deleted));
            operation.results(Operation.Result.EXTENDED_INFO);
        }
        return null;
    }
}
