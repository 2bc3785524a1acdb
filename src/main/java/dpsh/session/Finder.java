package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.arm.OneHit;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.BackupInstance;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Policy;
import dpsh.backup.ResourceGroup;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;
import dpsh.client.Service;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From what the operator typed, a name or an ID, to the thing itself. A plain name is looked up where the line stands, then in
 * all readable subscriptions; two hits are an error that names both.
 */
public final class Finder {
    /** The types of Azure Backup itself: none of them is protected. */
    private static final String OWN_TYPES = "Microsoft.DataProtection/";

    private final Service service;
    private final Place place;
    private final KnownValues seen;

    /** @param place where the line stands: the session's place with the line's own options laid over it */
    public Finder(Service service, Place place) {
        this(service, place, KnownValues.NONE);
    }

    /** @param seen what was listed before: what a misspelt name that no list was made for may have meant */
    public Finder(Service service, Place place, KnownValues seen) {
        this.service = service;
        this.place = place;
        this.seen = seen;
    }

    /**
     * The subscription of this ID, GUID or display name.
     *
     * @throws DpshException.Usage when there is none, or more than one of that name
     */
    public Subscription subscription(String given) {
        String wanted = ResourceId.looksLikeId(given) ? subscriptionOf(given) : PlainName.text("subscription", given);
        List<Subscription> hits = new ArrayList<>();
        Nearest near = Nearest.to(wanted);
        for (Subscription subscription : service.resources().subscriptions().all()) {
            if (subscription.id().value().equalsIgnoreCase(wanted)) {
                return subscription;
            }
            near.look(subscription.displayName());
            if (subscription.displayName().equalsIgnoreCase(wanted)) {
                hits.add(subscription);
            }
        }
        return OneHit.of(
                hits, "subscription", wanted, Subscription::resourceId, near.or("`use` lists those that you can read"));
    }

    /** The vault that was named, or the one where the line stands. */
    public Vault vault(@Nullable String given) {
        if (given == null) {
            ResourceId here = place.vault();
            if (here == null) {
                throw new DpshException.Usage(
                        "no vault is chosen", null, "`use vault NAME`, or --vault NAME; `vault list` shows them");
            }
            return vaultById(here);
        }
        if (ResourceId.looksLikeId(given)) {
            return vaultById(ofType(ResourceId.parse(given), Vault.TYPE, "a Backup vault"));
        }
        String name = PlainName.of("vault", given);
        return NameSearch.of(
                service, place, "vault", name, service.backup()::vaults, Vault::id, "`vault list` shows them");
    }

    /** A policy of the vault, by name or ID. */
    public Policy policy(String given, Vault vault) {
        ResourceId id = ResourceId.looksLikeId(given)
                ? ofType(ResourceId.parse(given), Policy.TYPE, "a backup policy")
                : vault.id().child("backupPolicies", PlainName.of("policy", given));
        Policy policy = service.backup().policy(id);
        if (policy == null) {
            throw new DpshException.Usage(
                    "the vault " + vault.name() + " has no policy '" + id.name() + "'",
                    null,
                    near("policy", vault.id() + "/backupPolicies/", id.name())
                            .or("`policy list --vault " + vault.name() + "` shows its policies"));
        }
        return policy;
    }

    /** A policy by ID, or by name in the vault where the line stands. */
    public Policy policy(String given) {
        if (!ResourceId.looksLikeId(given)) {
            return policy(given, vault(null));
        }
        ResourceId id = ofType(ResourceId.parse(given), Policy.TYPE, "a backup policy");
        Policy policy = service.backup().policy(id);
        if (policy == null) {
            throw new DpshException.Usage("there is no policy " + id, null, "`policy list` shows them");
        }
        return policy;
    }

    /** A resource group by name: where the line stands, then in all readable subscriptions. */
    public ResourceGroup group(String given) {
        String name = PlainName.of("resource group", given);
        return NameSearch.of(
                service,
                place,
                "resource group",
                name,
                (subscription, ignored) -> service.resources().groups(subscription),
                ResourceGroup::id,
                "`use subscription NAME` first, or give its ID");
    }

    /** A disk or storage account, by name or ID. */
    public Datasource datasource(DatasourceKind kind, String given) {
        if (ResourceId.looksLikeId(given)) {
            ResourceId id = ofKind(ResourceId.parse(given), kind);
            Datasource datasource = service.resources().datasource(kind, id);
            if (datasource == null) {
                throw new DpshException.Usage(
                        "there is no " + kind.label() + " " + id, null, "`datasource list` shows them");
            }
            return datasource;
        }
        String name = PlainName.of(kind.label(), given);
        return NameSearch.of(
                service,
                place,
                kind.label(),
                name,
                (subscription, group) -> service.resources().datasources(kind, subscription, group),
                Datasource::id,
                "`datasource list` shows them");
    }

    /**
     * The snapshot resource group: a plain name is one in the disk's own subscription.
     *
     * @throws DpshException.Usage when the name is not found there, naming other subscriptions that have such a group
     */
    public ResourceId snapshotGroup(String given, ResourceId disk) {
        if (ResourceId.looksLikeId(given)) {
            ResourceId id = ResourceId.parse(given);
            if (!id.isGroup()) {
                throw new DpshException.Usage(
                        "'" + given + "' is no resource group",
                        "its type is " + id.type(),
                        "give /subscriptions/<subscription>/resourceGroups/<name>, or the name");
            }
            return id;
        }
        String name = PlainName.of("resource group", given);
        SubscriptionId subscription = disk.subscription();
        if (subscription == null) {
            throw new DpshException.Usage("'" + disk + "' is in no subscription", null, "give the group's ID");
        }
        ResourceGroup group = service.resources().group(ResourceId.ofGroup(subscription, name));
        if (group != null) {
            return group.id();
        }
        List<String> elsewhere = new ArrayList<>();
        for (Subscription other : service.resources().subscriptions().all()) {
            ResourceId id = ResourceId.ofGroup(other.id(), name);
            if (!other.id().equals(subscription) && service.resources().group(id) != null) {
                elsewhere.add(other.id() + " (" + other.displayName() + ")");
            }
        }
        throw new DpshException.Usage(
                "there is no resource group '" + name + "' in the disk's subscription " + subscription,
                elsewhere.isEmpty()
                        ? null
                        : "there is one in " + String.join(", ", elsewhere)
                                + ", but snapshots must stay in the disk's subscription"
                                + " (UserErrorSnapshotRGSubscriptionMismatch)",
                near("group", "/subscriptions/" + subscription + "/resourceGroups/", name)
                        .or("create it there, or name another"));
    }

    /** The names seen in there that come near this one; nothing is asked for. */
    private Nearest near(String kind, String inside, String name) {
        Nearest near = Nearest.to(name);
        for (Known known : seen.candidates(kind, inside)) {
            near.look(known.value().substring(known.value().lastIndexOf('/') + 1));
        }
        return near;
    }

    /** A backup instance of the vault: by its name or ID, or by the name or ID of what it protects. */
    public BackupInstance instance(String given, @Nullable Vault vault) {
        if (ResourceId.looksLikeId(given)) {
            ResourceId id = ResourceId.parse(given);
            if (id.isOf(BackupInstance.TYPE)) {
                return required(service.backup().instance(id), id.name(), vault);
            }
            if (id.isGroup()
                    || id.isSubscription()
                    || id.type().regionMatches(true, 0, OWN_TYPES, 0, OWN_TYPES.length())) {
                throw new DpshException.Usage(
                        "'" + id + "' is neither a backup instance nor something that can be protected",
                        "its type is " + id.type(),
                        "`instance list` shows the instances");
            }
            ResourceId here = vault == null ? place.vault() : vault.id();
            BackupInstance protecting =
                    here == null ? null : service.protection().existing(id, here);
            if (protecting != null) {
                return protecting;
            }
            List<BackupInstance> anywhere = service.backup().instancesOf(id).all();
            return OneHit.of(anywhere, "backup instance", given, BackupInstance::id, "`instance list` shows them");
        }
        String name = PlainName.of("backup instance", given);
        Vault here = vault == null ? vault(null) : vault;
        BackupInstance byName = service.backup().instance(here.id().child("backupInstances", name));
        if (byName != null) {
            return byName;
        }
        List<BackupInstance> hits = new ArrayList<>();
        Nearest near = Nearest.to(name);
        for (List<BackupInstance> page : service.backup().instances(here.id())) {
            for (BackupInstance instance : page) {
                ResourceId datasource = instance.datasource();
                String of = datasource == null ? instance.friendlyName() : datasource.name();
                if (instance.friendlyName().equalsIgnoreCase(name) || of.equalsIgnoreCase(name)) {
                    hits.add(instance);
                }
                near.look(of);
                near.look(instance.name());
            }
        }
        return OneHit.of(hits, "backup instance", name, BackupInstance::id, near.or("`instance list` shows them"));
    }

    /**
     * Refuses the ID of something that is no such datasource.
     *
     * @throws DpshException.Usage naming the type that it is of
     */
    public static ResourceId ofKind(ResourceId id, DatasourceKind kind) {
        return ofType(id, kind.resourceType(), "a " + kind.label());
    }

    /** Refuses an ID of another kind. */
    static ResourceId ofType(ResourceId id, String type, String words) {
        if (!id.isOf(type)) {
            throw new DpshException.Usage(
                    "'" + id + "' is not " + words, "its type is " + id.type() + ", not " + type, null);
        }
        return id;
    }

    private BackupInstance required(@Nullable BackupInstance instance, String name, @Nullable Vault vault) {
        if (instance == null) {
            throw new DpshException.Usage(
                    "there is no backup instance '" + name + "'" + (vault == null ? "" : " in " + vault.name()),
                    null,
                    "`instance list` shows them");
        }
        return instance;
    }

    private Vault vaultById(ResourceId id) {
        Vault vault = service.backup().vault(id);
        if (vault == null) {
            throw new DpshException.Usage("there is no vault " + id, null, "`vault list` shows them");
        }
        return vault;
    }

    private static String subscriptionOf(String given) {
        SubscriptionId subscription = ResourceId.parse(given).subscription();
        return subscription == null ? given : subscription.value();
    }
}
