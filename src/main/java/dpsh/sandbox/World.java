package dpsh.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is. One lock guards it: whoever reads or writes holds its monitor, and settles its timeline first.
 */
final class World {
    final Timeline timeline = new Timeline();
    final Conditions conditions = new Conditions();
    final Shelf<ResourceGroup> groups = new Shelf<>();
    final Shelf<Disk> disks = new Shelf<>();
    final Shelf<Snapshot> snapshots = new Shelf<>();
    final Shelf<UserIdentity> identities = new Shelf<>();
    final Shelf<StorageAccount> accounts = new Shelf<>(true);
    final Shelf<BlobContainer> containers = new Shelf<>();
    final Shelf<BlobService> blobServices = new Shelf<>();
    final List<GraphRows> graphRows = new ArrayList<>();
    final ArmWorks works = new ArmWorks();
    final Shelf<Vault> vaults = new Shelf<>();
    final Shelf<Policy> policies = new Shelf<>();
    final Shelf<ResourceGuard> resourceGuards = new Shelf<>();
    final Shelf<GuardProxy> guardProxies = new Shelf<>();
    final Shelf<DeletedVault> deletedVaults = new Shelf<>();
    final Instances instances = new Instances();
    final Operations operations = new Operations(timeline);
    final Jobs jobs = new Jobs();
    final DiskSnapshots diskSnapshots = new DiskSnapshots(this);
    final Backups backups = new Backups(this);
    final Scheduler scheduler = new Scheduler(this);
    final Directory directory;
    final RoleBook roles;
    final Map<ArmId, Subscription> subscriptions = new TreeMap<>();
    private Ids ids = new Ids(null, "world");

    /** Disks that a subscription may have (Azure subscription limits: 50,000 managed disks of a type in a region). */
    int diskQuota = 50_000;

    World(String tenant, Duration roleLag, Duration principalLag) {
        directory = new Directory(tenant, principalLag);
        directory.knows(Caller.OPERATOR.objectId());
        roles = new RoleBook(RoleCatalog.load(), roleLag, conditions);
        behind(groups);
        behind(disks);
        behind(accounts);
        behind(vaults);
        behind(policies);
        behind(instances.shelf());
        behind(snapshots);
        behind(identities);
        behind(resourceGuards);
    }

    /** Makes the lists of this shelf run behind when a lag of lists is ordered. */
    private <T extends Stored> void behind(Shelf<T> shelf) {
        shelf.behind(new ListLag<>(conditions, timeline));
    }

    /** From now on everything that is made gets the same GUIDs for the same seed; with null, ever new ones. */
    void seed(@Nullable Long seed) {
        ids = new Ids(
                seed,
                operations.all().isEmpty()
                        ? "world"
                        : "world" + operations.all().size());
        operations.seed(seed);
        works.seed(seed);
    }

    /** Makes the GUIDs of what comes to be in this world. */
    Ids ids() {
        return ids;
    }

    /** The object ID that the identity of this vault has; the same in every world. */
    static String principalOf(ArmId vault) {
        return UUID.nameUUIDFromBytes(("identity of " + vault.key()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Refuses a subscription that is not there; one that is no GUID either is malformed to ARM. */
    Subscription subscription(String name) {
        Subscription found = name.isBlank() ? null : subscriptions.get(ArmId.subscription(name));
        if (found != null) {
            return found;
        }
        if (!name.matches("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")) {
            throw Refusal.arm(
                    400,
                    "InvalidSubscriptionId",
                    "The provided subscription identifier '" + name + "' is malformed or invalid.");
        }
        throw Refusal.arm(404, "SubscriptionNotFound", "The subscription '" + name + "' could not be found.");
    }

    /** Refuses a group that is not there, and a change within one that is being deleted. */
    ResourceGroup group(Call call) {
        ResourceGroup group = groups.get(call.groupId());
        if (group == null) {
            throw groupNotFound(call.var("group"));
        }
        boolean writes =
                call.line().method().equals("PUT") || call.line().method().equals("PATCH");
        if (writes && group.isBeingDeleted()) {
            throw group.beingDeleted();
        }
        return group;
    }

    static Refusal groupNotFound(String name) {
        return Refusal.arm(404, "ResourceGroupNotFound", "Resource group '" + name + "' could not be found.");
    }

    /** Refuses a vault that is not there, as the resource asked for. */
    Vault vault(Call call) {
        group(call);
        Vault vault = vaults.get(call.vaultId());
        if (vault == null) {
            throw Refusal.resourceNotFound(call.vaultId());
        }
        return vault;
    }

    /** Refuses a vault that is not there, as the parent of what is asked for. */
    Vault parentVault(Call call, String childType) {
        group(call);
        Vault vault = vaults.get(call.vaultId());
        if (vault == null) {
            throw Refusal.parentNotFound("backupVaults/" + childType, call.vaultId());
        }
        return vault;
    }

    /** Refuses an instance that is not there. */
    BackupInstance instance(Call call) {
        BackupInstance instance = instances
                .shelf()
                .get(parentVault(call, InstanceRoutes.TYPE).id().child(InstanceRoutes.TYPE, call.var("name")));
        if (instance == null) {
            throw Refusal.notFound();
        }
        return instance;
    }

    /** Refuses a scope of role assignments that is not there. */
    ArmId scope(ArmId scope) {
        subscription(scope.subscription());
        if (!scope.isSubscription() && groups.get(scope.groupId()) == null) {
            throw groupNotFound(scope.group());
        }
        boolean resource = !scope.isSubscription() && !scope.isGroup();
        if (resource && resource(scope) == null) {
            throw Refusal.resourceNotFound(scope);
        }
        return scope;
    }

    /** Where the resource is that a call is about, or its vault; empty when ARM knows no place. */
    String locationOf(Call call) {
        ArmId id = ArmId.parse("/" + String.join("/", call.line().segments()));
        if (id == null || id.isSubscription() || id.isGroup()) {
            return "";
        }
        for (ArmId above : id.lineage()) {
            if (!above.isSubscription() && !above.isGroup()) {
                Stored found = resource(above);
                String place = found == null ? "" : located(found);
                if (!place.isEmpty()) {
                    return place;
                }
            }
        }
        return "";
    }

    private static String located(Stored found) {
        if (found instanceof Vault vault) {
            return vault.location();
        }
        if (found instanceof ResourceGuard guard) {
            return guard.location();
        }
        return found instanceof Bodied bodied ? bodied.location() : "";
    }

    private @Nullable Stored resource(ArmId id) {
        if (id.hasType(Disk.TYPE)) {
            return disks.get(id);
        }
        if (id.hasType(StorageAccount.TYPE)) {
            return accounts.get(id);
        }
        if (id.hasType(Snapshot.TYPE)) {
            return snapshots.get(id);
        }
        if (id.hasType(UserIdentity.TYPE)) {
            return identities.get(id);
        }
        if (id.hasType(ResourceGuard.TYPE)) {
            return resourceGuards.get(id);
        }
        return id.hasType(Vault.TYPE) ? vaults.get(id) : instances.shelf().get(id);
    }
}
