package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** Backup policies: synchronous, never updated, not deleted while in use (wire notes section 3.2). */
final class PolicyRoutes {
    private static final String TYPE = "backupPolicies";
    private static final String LIST = VaultRoutes.VAULT + "/" + TYPE;
    private static final String NAME = "[-A-Za-z0-9]{3,150}";

    private final World world;
    private final Pages pages;

    PolicyRoutes(World world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    void addTo(Router router) {
        router.dataProtection(
                "GET",
                LIST,
                call -> pages.of(
                        call, world.policies, world.parentVault(call, TYPE).id()));
        router.dataProtection("GET", LIST + "/{name}", this::get);
        router.dataProtection("PUT", LIST + "/{name}", this::put);
        router.dataProtection("DELETE", LIST + "/{name}", this::delete);
    }

    private ArmId id(Call call) {
        return world.parentVault(call, TYPE).id().child(TYPE, call.var("name"));
    }

    private Answer get(Call call) {
        ArmId id = id(call);
        Policy policy = world.policies.get(id);
        if (policy == null) {
            throw Refusal.notFound();
        }
        return Answer.json(200, policy.json(call.version()));
    }

    private Answer put(Call call) {
        ArmId id = id(call);
        JsonNode properties = CaseBlind.member(call.json(), "properties");
        if (!Policy.isComplete(properties) || properties == null || !id.name().matches(NAME)) {
            throw Refusal.dpp(400, Findings.invalidInput("Check the name, the rules and the types of the policy."));
        }
        Policy policy = Policy.of(id, properties);
        if (!policy.suitsItsDatasource()) {
            throw Refusal.dpp(400, Findings.invalidInput("Data Lake is backed up to the vault store only."));
        }
        Policy known = world.policies.get(id);
        if (known != null && !known.isSame(policy)) {
            throw Refusal.dpp(400, Findings.policyUpdate());
        }
        world.policies.put(policy);
        return Answer.json(200, policy.json(call.version()));
    }

    private Answer delete(Call call) {
        ArmId id = id(call);
        if (world.policies.get(id) == null) {
            return Answer.empty(204);
        }
        if (world.instances.use(id)) {
            throw Refusal.dpp(400, Findings.policyInUse());
        }
        world.policies.remove(id);
        return Answer.empty(200);
    }
}
