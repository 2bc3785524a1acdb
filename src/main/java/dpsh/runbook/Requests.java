package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.AlreadyProtected;
import dpsh.backup.BackupInstance;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Finding;
import dpsh.backup.InstanceDraft;
import dpsh.backup.Names;
import dpsh.backup.Outcome;
import dpsh.backup.Policy;
import dpsh.backup.Preflight;
import dpsh.backup.RoleNeed;
import dpsh.backup.RoleStanding;
import dpsh.backup.Vault;
import dpsh.client.Standing;
import dpsh.view.Consequences;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Drafts of a runbook and what is asked of the service with them. */
final class Requests {
    private static final List<String> DRAFT = List.of("policy", "snapshotGroup", "name", "vault");

    private final Stand stand;
    private final Map<ResourceId, Vault> vaults = new ConcurrentHashMap<>();
    private final Map<ResourceId, Policy> policies = new ConcurrentHashMap<>();
    private final Map<ResourceId, Datasource> datasources = new ConcurrentHashMap<>();

    Requests(Stand stand) {
        this.stand = stand;
    }

    /** The vault of this name or ID, or the one where the line stands. */
    Vault vault(@Nullable Object given) {
        if (given instanceof Vault vault) {
            vaults.put(vault.id(), vault);
            return vault;
        }
        Vault vault = stand.finder().vault(given == null ? null : Named.text(given));
        vaults.put(vault.id(), vault);
        return vault;
    }

    Policy policy(Object given, @Nullable Object vault) {
        Policy policy = given instanceof Policy one
                ? one
                : vault == null
                        ? stand.finder().policy(Named.text(given))
                        : stand.finder().policy(Named.text(given), vault(vault));
        policies.put(policy.id(), policy);
        return policy;
    }

    Datasource datasource(@Nullable DatasourceKind kind, Object given) {
        Datasource datasource = given instanceof Datasource one ? one : found(kind, Named.text(given));
        datasources.put(datasource.id(), datasource);
        return datasource;
    }

    private Datasource found(@Nullable DatasourceKind kind, String given) {
        DatasourceKind meant = kind;
        if (meant == null && ResourceId.looksLikeId(given)) {
            meant = DatasourceKind.of(ResourceId.parse(given));
        }
        if (meant == null) {
            throw new DpshException.Usage(
                    "'" + given + "' is no disk and no storage account by its ID",
                    null,
                    "give its ID, or what backup.disk(name) or backup.storageAccount(name) returns");
        }
        return stand.finder().datasource(meant, given);
    }

    /** A request that would protect it; nothing is sent. */
    InstanceDraft draft(Object given, Map<?, ?> how) {
        Filter options = Filter.of(how, DRAFT);
        Object policy = options.value("policy");
        if (policy == null) {
            throw new DpshException.Usage("the policy is missing", null, "backup.instance(disk, policy: 'NAME', ...)");
        }
        Datasource datasource = datasource(null, given);
        Vault vault = vault(options.value("vault"));
        Policy found = policy(policy, vault);
        Object group = options.value("snapshotGroup");
        Object name = options.value("name");
        return new InstanceDraft(
                name == null ? Names.instanceName(datasource.id()) : name.toString(),
                datasource.kind(),
                datasource.id(),
                datasource.location(),
                found.id(),
                group == null ? null : stand.finder().snapshotGroup(Named.text(group), datasource.id()),
                null);
    }

    /** The vault that the draft's policy belongs to. */
    Vault vaultOf(InstanceDraft draft) {
        ResourceId id = draft.policy().parent();
        if (id == null) {
            throw new DpshException.Usage("'" + draft.policy() + "' is no policy of a vault", null, null);
        }
        return vaultWith(id);
    }

    /** The vault with this ID, read once. */
    Vault vaultWith(ResourceId id) {
        return vaults.computeIfAbsent(id, one -> stand.finder().vault(one.toString()));
    }

    /** What happens to the data of an instance; null when it is so already. */
    @Nullable
    String consequence(BackupInstance instance, String how) {
        return switch (how) {
            case "stop" -> Consequences.ofStopping(instance);
            case "suspend" -> Consequences.ofSuspending(instance);
            case "delete" -> Consequences.ofDeleting(instance, vaultWith(instance.vault()));
            default ->
                throw new DpshException.Usage("there is no '" + how + "'", "there are stop, suspend and delete", null);
        };
    }

    Policy policyOf(InstanceDraft draft) {
        return policies.computeIfAbsent(draft.policy(), one -> stand.finder().policy(one.toString()));
    }

    @Nullable
    Datasource datasourceOf(InstanceDraft draft) {
        return datasources.get(draft.datasource());
    }

    /** What can be known to be wrong with it before anything is sent. */
    List<Finding> check(InstanceDraft draft) {
        return Preflight.check(draft, vaultOf(draft), policyOf(draft), datasourceOf(draft));
    }

    /** @throws DpshException.Refused when a check finds that it cannot work */
    void refuseBlocked(InstanceDraft draft) {
        List<Finding> findings = check(draft);
        if (findings.stream().anyMatch(Finding::isError)) {
            throw Preflight.refusal(draft.datasource().name(), findings);
        }
    }

    /** The instance that protects it just so already, or null. */
    @Nullable
    BackupInstance standing(InstanceDraft draft) {
        ResourceId vault = vaultOf(draft).id();
        stand.service().operations().settle(draft.idIn(vault));
        BackupInstance existing = stand.service().protection().existing(draft.datasource(), vault);
        if (existing == null) {
            return null;
        }
        Finding obstacle = Standing.obstacle(draft, vault, existing);
        if (obstacle != null) {
            throw Preflight.refusal(draft.datasource().name(), List.of(obstacle));
        }
        return existing;
    }

    List<RoleStanding> permissions(InstanceDraft draft) {
        return stand.service().permissions().standings(vaultOf(draft), RoleNeed.of(draft));
    }

    /** Assigns what is missing, and waits until the service acts on it. */
    List<RoleStanding> grant(InstanceDraft draft) {
        refuseBlocked(draft);
        Vault vault = vaultOf(draft);
        List<RoleNeed> needs = RoleNeed.of(draft);
        stand.service().permissions().settle(vault, needs);
        for (RoleStanding standing : permissions(draft)) {
            if (standing.isMissing()) {
                String what = standing.need().role().label() + " on "
                        + standing.need().scope().name();
                succeeded(what, stand.service().permissions().grant(vault, standing.need()));
            }
        }
        Outcome effect = stand.service()
                .permissions()
                .awaitEffect(vault.id(), draft, stand.settings().grantDeadline(), refused -> {});
        boolean already = effect instanceof Outcome.Failed failed && AlreadyProtected.includes(failed.error());
        if (!already) {
            succeeded("validate " + draft.datasource().name(), effect);
        }
        return permissions(draft);
    }

    private static void succeeded(String what, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            throw failed.asError(what);
        }
        if (!(outcome instanceof Outcome.Succeeded) && !(outcome instanceof Outcome.NotSent)) {
            throw new DpshException.Refused(what, Verdict.of(outcome).message(), null);
        }
    }
}
