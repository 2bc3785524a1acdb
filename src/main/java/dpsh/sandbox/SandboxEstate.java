package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.estate.EstateDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a sandbox's world holds at the start: a recipe, added to step by step and applied anew by each sandbox. IDs are full
 * ARM IDs; subscriptions and groups that a step names and no earlier step made come into being with it. A step that
 * contradicts the earlier ones (a policy without its vault, an unknown role) makes {@link Sandbox#start} throw
 * IllegalArgumentException.
 */
public final class SandboxEstate {
    static final Instant CREATED = Instant.parse("2026-01-15T09:00:00Z");
    private static final ApiVersion ANY_VERSION = new ApiVersion("2025-07-01");

    private final List<Consumer<World>> steps = new ArrayList<>();
    private final String tenant;
    private @Nullable Instant savedAt;
    private Duration roleLag = Duration.ofMinutes(2);
    private Duration principalLag = Duration.ofSeconds(15);

    private SandboxEstate(String tenant) {
        this.tenant = tenant;
    }

    /** An empty world in this tenant. */
    public static SandboxEstate empty(String tenant) {
        return new SandboxEstate(tenant);
    }

    /** The world of the two articles and a few more of each. */
    public static SandboxEstate seeds() {
        return SeedEstate.make();
    }

    /**
     * The estate of a file, see {@link EstateDocument}; more can be added to it.
     *
     * @throws dpsh.sandbox.estate.EstateException when it is no estate; a body that contradicts the others makes
     *     {@link Sandbox#start} throw it
     * @throws IOException when it cannot be read
     */
    public static SandboxEstate load(InputStream in) throws IOException {
        return of(EstateDocument.read(in));
    }

    /** The estate of a document; more can be added to it. */
    public static SandboxEstate of(EstateDocument document) {
        SandboxEstate estate = empty(document.tenant()).step(world -> new EstateLoader(world).load(document));
        estate.savedAt = WorldState.time(document.world());
        return estate;
    }

    /** How long after it was made a role assignment begins to act; 2 minutes unless set. */
    public SandboxEstate roleLag(Duration serviceTime) {
        roleLag = serviceTime;
        return this;
    }

    /** How long the directory does not find the identity of a vault that a request made; 15 seconds unless set. */
    public SandboxEstate principalLag(Duration serviceTime) {
        principalLag = serviceTime;
        return this;
    }

    /** A subscription. */
    public SandboxEstate subscription(String id, String name) {
        return step(world -> putSubscription(world, ArmId.subscription(id), name));
    }

    /** A resource group. */
    public SandboxEstate group(String groupId, String location) {
        return step(world -> putGroup(world, ArmId.of(groupId), location));
    }

    /** A vault with a system-assigned identity. */
    public SandboxEstate vault(String vaultId, String location) {
        return step(world -> {
            Vault vault = putVault(world, ArmId.of(vaultId), location);
            String principal = World.principalOf(vault.id());
            world.directory.knows(principal);
            vault.identity(Identity.system(principal, tenant));
        });
    }

    /** A vault without an identity. */
    public SandboxEstate vaultWithoutIdentity(String vaultId, String location) {
        return step(world -> putVault(world, ArmId.of(vaultId), location));
    }

    /** Another principal of the directory, by its object ID. */
    public SandboxEstate principal(String objectId) {
        return step(world -> world.directory.knows(objectId));
    }

    /** A disk policy: a backup every {@code every} (like PT4H or P1D), kept for {@code keep} (like P7D). */
    public SandboxEstate diskPolicy(String vaultId, String name, String every, String keep) {
        return policy(vaultId, name, SeedPolicies.disk(every, keep));
    }

    /** A policy for the operational backup of blobs, kept for {@code keep} (like P30D). */
    public SandboxEstate blobPolicy(String vaultId, String name, String keep) {
        return policy(vaultId, name, SeedPolicies.operationalBlob(keep));
    }

    /** A policy for the weekly vaulted backup of blobs, kept for {@code keep}. */
    public SandboxEstate vaultedBlobPolicy(String vaultId, String name, String keep) {
        return policy(vaultId, name, SeedPolicies.vaultedBlob(keep));
    }

    /** A policy for the weekly backup of Data Lake accounts, kept for {@code keep}. */
    public SandboxEstate dataLakePolicy(String vaultId, String name, String keep) {
        return policy(vaultId, name, SeedPolicies.dataLake(keep));
    }

    private SandboxEstate policy(String vaultId, String name, ObjectNode properties) {
        return step(world -> {
            ArmId vault = vault(world, vaultId).id();
            world.policies.put(Policy.of(vault.child("backupPolicies", name), properties));
        });
    }

    /** A disk; {@code sku} like Premium_LRS. */
    public SandboxEstate disk(String diskId, String location, String sku, int sizeGb, Map<String, String> tags) {
        ArmId id = typed(diskId, Disk.TYPE);
        return step(world -> {
            group(world, id.groupId(), location);
            world.disks.put(new Disk(id, location, sku, sizeGb, tags, CREATED));
        });
    }

    /** A general-purpose v2 account with Standard_LRS, with or without a hierarchical namespace. */
    public SandboxEstate account(String accountId, String location, boolean hierarchical, Map<String, String> tags) {
        return account(accountId, location, "StorageV2", "Standard_LRS", hierarchical, tags);
    }

    /** A storage account of any kind and sku. */
    public SandboxEstate account(
            String accountId,
            String location,
            String kind,
            String sku,
            boolean hierarchical,
            Map<String, String> tags) {
        ArmId id = typed(accountId, StorageAccount.TYPE);
        return step(world -> {
            group(world, id.groupId(), location);
            world.accounts.put(new StorageAccount(id, location, kind, sku, hierarchical, tags, CREATED));
        });
    }

    /** A role (by name) of the vault's identity at a scope, in effect from the start. */
    public SandboxEstate role(String scope, String roleName, String vaultId) {
        return step(world -> putRole(world, ArmId.of(scope), roleName, vault(world, vaultId)));
    }

    /** A disk that a vault protects: the roles are in effect, the state is ProtectionConfigured. */
    public SandboxEstate protectedDisk(
            String vaultId, String instanceName, String diskId, String policyName, String snapshotGroupId) {
        return step(world -> {
            Vault vault = vault(world, vaultId);
            putRole(world, ArmId.of(diskId), "Disk Backup Reader", vault);
            putRole(world, ArmId.of(snapshotGroupId), "Disk Snapshot Contributor", vault);
            putInstance(world, vault, instanceName, ArmId.of(diskId), policyName, snapshotGroupId);
        });
    }

    /** A storage account that a vault protects: the role is in effect, the state is ProtectionConfigured. */
    public SandboxEstate protectedAccount(String vaultId, String instanceName, String accountId, String policyName) {
        return step(world -> {
            Vault vault = vault(world, vaultId);
            putRole(world, ArmId.of(accountId), "Storage Account Backup Contributor", vault);
            putInstance(world, vault, instanceName, ArmId.of(accountId), policyName, null);
        });
    }

    /** The service time at which it was saved; null for one that has not begun. */
    @Nullable
    Instant savedAt() {
        return savedAt;
    }

    /** A new world of this estate. */
    World build() {
        World world = new World(tenant, roleLag, principalLag);
        List.copyOf(steps).forEach(step -> step.accept(world));
        return world;
    }

    private SandboxEstate step(Consumer<World> step) {
        steps.add(step);
        return this;
    }

    private static ArmId typed(String text, String type) {
        ArmId id = ArmId.of(text);
        if (!id.hasType(type)) {
            throw new IllegalArgumentException(text + " is not a " + type);
        }
        return id;
    }

    private void putSubscription(World world, ArmId id, String name) {
        world.subscriptions.put(id, new Subscription(id, name, tenant));
    }

    private void putGroup(World world, ArmId id, String location) {
        ArmId subscription = ArmId.subscription(id.subscription());
        if (!world.subscriptions.containsKey(subscription)) {
            putSubscription(world, subscription, id.subscription());
        }
        world.groups.put(new ResourceGroup(id, location));
    }

    private void group(World world, ArmId id, String location) {
        if (world.groups.get(id) == null) {
            putGroup(world, id, location);
        }
    }

    private Vault putVault(World world, ArmId id, String location) {
        group(world, id.groupId(), location);
        Vault vault = new Vault(id, location);
        vault.configure(SeedPolicies.vaultSettings());
        world.vaults.put(vault);
        return vault;
    }

    private static Vault vault(World world, String vaultId) {
        Vault vault = world.vaults.get(ArmId.of(vaultId));
        if (vault == null) {
            throw new IllegalArgumentException("The estate has no vault " + vaultId);
        }
        return vault;
    }

    private static void putRole(World world, ArmId scope, String roleName, Vault vault) {
        Role role = world.roles.catalog().byName(roleName);
        Identity identity = vault.identity();
        if (role == null || identity == null) {
            throw new IllegalArgumentException(
                    role == null ? "Unknown role " + roleName : "No identity: " + vault.id());
        }
        byte[] seed = (scope.key() + role.id() + identity.principalId()).getBytes(StandardCharsets.UTF_8);
        world.roles.seed(new RoleAssignment(
                UUID.nameUUIDFromBytes(seed).toString(),
                scope,
                role,
                identity.principalId(),
                "ServicePrincipal",
                Caller.OPERATOR.objectId(),
                CREATED,
                CREATED));
    }

    private static void putInstance(
            World world, Vault vault, String name, ArmId datasource, String policy, @Nullable String snapshotGroup) {
        Stored found = datasource.hasType(Disk.TYPE) ? world.disks.get(datasource) : world.accounts.get(datasource);
        if (found == null) {
            throw new IllegalArgumentException("The estate has no datasource " + datasource);
        }
        String location = found.json(ANY_VERSION).path("location").asText();
        ArmId policyId = vault.id().child("backupPolicies", policy);
        Policy known = world.policies.get(policyId);
        boolean lake = known != null && known.isFor(DatasourceKind.DATA_LAKE);
        DatasourceKind kind = datasource.hasType(Disk.TYPE)
                ? DatasourceKind.DISK
                : lake ? DatasourceKind.DATA_LAKE : DatasourceKind.BLOB;
        Protection protection =
                Protection.read(SeedPolicies.instance(kind, datasource, location, policyId, snapshotGroup));
        BackupInstance instance = new BackupInstance(vault.id().child("backupInstances", name), protection, null);
        instance.configured(CREATED);
        world.instances.add(instance);
    }
}
