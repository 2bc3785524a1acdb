package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.estate.EstateDocument;
import dpsh.sandbox.estate.EstateList;
import dpsh.sandbox.estate.EstatePlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Makes up an estate that looks like a company's: subscriptions, groups by application and environment, disks of machines,
 * storage accounts, and vaults that protect a share of them with the roles that this takes.
 */
public final class EstateGenerator {
    private static final ApiVersion VERSION = new ApiVersion("2025-07-01");
    private static final List<String> SUBSCRIPTIONS =
            List.of("Production", "Development", "Data Platform", "Shared Services");

    private final EstatePlan plan;
    private final Random random;
    private final MadeUpResources resources;
    private final EstateDocument.Collector bodies = new EstateDocument.Collector();
    private final List<ArmId> subscriptions = new ArrayList<>();
    private final List<MadeUpVault> vaults = new ArrayList<>();
    private final Map<String, ArmId> snapshotGroups = new LinkedHashMap<>();
    private final Map<String, RoleAssignment> roles = new LinkedHashMap<>();
    private final RoleCatalog catalog = RoleCatalog.load();

    private EstateGenerator(EstatePlan plan) {
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.resources = new MadeUpResources(random);
    }

    /** The estate of this plan; the same each time. */
    public static EstateDocument generate(EstatePlan plan) {
        return new EstateGenerator(plan).make();
    }

    private EstateDocument make() {
        String tenant = resources.guid();
        for (int i = 0; i < plan.subscriptions(); i++) {
            ArmId id = ArmId.subscription(resources.guid());
            String kind = SUBSCRIPTIONS.get(i % SUBSCRIPTIONS.size());
            int round = i / SUBSCRIPTIONS.size();
            String name = "Contoso " + kind + (round == 0 ? "" : " " + (round + 1));
            subscriptions.add(id);
            bodies.add(EstateList.SUBSCRIPTIONS, new Subscription(id, name, tenant).json(VERSION));
        }
        for (int i = 0; i < plan.vaults(); i++) {
            makeVault(i, tenant);
        }
        List<MadeUpGroup> groups = new ArrayList<>();
        for (int i = 0; i < plan.groups(); i++) {
            groups.add(makeGroup(i));
        }
        for (int i = 0; i < plan.disks(); i++) {
            MadeUpGroup group = groups.get(i % groups.size());
            ObjectNode disk = resources.disk(group, i / groups.size());
            bodies.add(EstateList.DISKS, disk);
            protect(disk, DatasourceKind.DISK, i, group);
        }
        for (int i = 0; i < plan.accounts(); i++) {
            MadeUpGroup group = groups.get(i % groups.size());
            ObjectNode account = resources.account(group, i);
            bodies.add(EstateList.STORAGE_ACCOUNTS, account);
            protect(account, DatasourceKind.BLOB, i, group);
        }
        roles.values().forEach(role -> bodies.add(EstateList.ROLE_ASSIGNMENTS, role.json()));
        return bodies.in(tenant, null);
    }

    private MadeUpGroup makeGroup(int number) {
        // Groups and vaults go round the same regions, so that whatever lies in a group has a vault in its region.
        MadeUpRegion region = MadeUpRegion.of(number % regions());
        MadeUpGroup group = resources.group(
                subscriptions.get(number % subscriptions.size()), region, number / subscriptions.size());
        bodies.add(EstateList.RESOURCE_GROUPS, group(group.id(), region));
        return group;
    }

    private int regions() {
        return Math.max(1, Math.min(plan.vaults(), MadeUpRegion.values().length));
    }

    private static ObjectNode group(ArmId id, MadeUpRegion region) {
        return new ResourceGroup(id, region.location()).json(VERSION);
    }

    private void makeVault(int number, String tenant) {
        MadeUpRegion region = MadeUpRegion.of(number % regions());
        ArmId subscription = subscriptions.get(number % subscriptions.size());
        String suffix = region.code() + String.format(Locale.ROOT, "-%02d", number / regions() + 1);
        ArmId group = ArmId.group(subscription.subscription(), "rg-backup-" + suffix);
        bodies.add(EstateList.RESOURCE_GROUPS, group(group, region));
        ArmId id = group.resource("Microsoft.DataProtection", "backupVaults", "bv-" + suffix);
        Vault vault = new Vault(id, region.location());
        vault.configure(SeedPolicies.vaultSettings());
        vault.identity(Identity.system(resources.guid(), tenant));
        bodies.add(EstateList.VAULTS, vault.json(VERSION));
        MadeUpVault made = MadeUpVault.of(vault, plan.policies());
        vaults.add(made);
        made.policies().forEach(policy -> bodies.add(EstateList.BACKUP_POLICIES, policy.json(VERSION)));
    }

    private void protect(ObjectNode body, DatasourceKind kind, int number, MadeUpGroup group) {
        boolean chosen = Math.floor((number + 1) * plan.protectedShare()) > Math.floor(number * plan.protectedShare());
        if (!chosen || !MadeUpResources.canBeProtected(body, kind)) {
            return;
        }
        List<MadeUpVault> near = vaults.stream()
                .filter(vault -> vault.vault().location().equals(group.region().location()))
                .toList();
        MadeUpVault vault = near.get(number % near.size());
        ArmId datasource = ArmId.of(body.path("id").asText());
        ArmId snapshots = kind == DatasourceKind.DISK ? snapshotGroup(datasource, group.region()) : null;
        Policy policy = vault.policy(kind, MadeUpResources.isSlow(body), random);
        Protection protection = Protection.read(SeedPolicies.instance(
                datasource, group.region().location(), policy.id(), snapshots == null ? null : snapshots.text()));
        ArmId id = vault.vault().id().child("backupInstances", datasource.name() + "-" + resources.guid());
        BackupInstance instance = new BackupInstance(id, protection, null);
        instance.configured(SandboxEstate.CREATED);
        bodies.add(EstateList.BACKUP_INSTANCES, instance.json(VERSION));
        if (snapshots == null) {
            grant(vault, RoleCatalog.STORAGE_ACCOUNT_BACKUP_CONTRIBUTOR, group.id());
        } else {
            grant(vault, RoleCatalog.DISK_BACKUP_READER, group.id());
            grant(vault, RoleCatalog.DISK_SNAPSHOT_CONTRIBUTOR, snapshots);
        }
    }

    /** Snapshots lie in the disk's subscription and region. */
    private ArmId snapshotGroup(ArmId disk, MadeUpRegion region) {
        return snapshotGroups.computeIfAbsent(disk.subscription() + region.code(), first -> {
            ArmId id = ArmId.group(disk.subscription(), "rg-snapshots-" + region.code());
            bodies.add(EstateList.RESOURCE_GROUPS, group(id, region));
            return id;
        });
    }

    private void grant(MadeUpVault vault, String roleId, ArmId scope) {
        Role role = catalog.byId(roleId);
        Identity identity = vault.vault().identity();
        String principal = identity == null ? null : identity.principalId();
        if (role == null || principal == null) {
            throw new IllegalStateException("A made-up vault has an identity, and its roles are built in");
        }
        String key = scope.key() + roleId + principal;
        roles.computeIfAbsent(
                key,
                first -> new RoleAssignment(
                        UUID.nameUUIDFromBytes(first.getBytes(StandardCharsets.UTF_8))
                                .toString(),
                        scope,
                        role,
                        principal,
                        "ServicePrincipal",
                        Caller.OPERATOR.objectId(),
                        SandboxEstate.CREATED,
                        SandboxEstate.CREATED));
    }

    /** An empty object of the same library as the bodies. */
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
