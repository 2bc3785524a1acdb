package dpsh.bulk;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.arm.OneHit;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.Finding;
import dpsh.backup.Policy;
import dpsh.backup.ResourceGroup;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;
import dpsh.client.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The subscriptions, vaults, policies and snapshot groups that a plan is about, each read once. */
final class Estate {
    private final Service service;
    private final List<Finding> notes = new ArrayList<>();
    private final Map<ResourceId, Vault> single = new HashMap<>();
    private final Map<ResourceId, Policy> policies = new HashMap<>();
    private final Map<ResourceId, SnapshotGroup> groups = new HashMap<>();
    private @Nullable List<Subscription> subscriptions;
    private @Nullable List<Vault> vaults;

    Estate(Service service) {
        this.service = service;
    }

    /**
     * A resource group for snapshots.
     *
     * @param problem what is wrong with it, or null
     */
    record SnapshotGroup(ResourceId id, @Nullable Finding problem) {}

    /** What the reader of the plan must know. */
    List<Finding> notes() {
        return notes;
    }

    void note(Finding finding) {
        notes.add(finding);
    }

    /** All that can be read. */
    List<Subscription> subscriptions() {
        if (subscriptions == null) {
            subscriptions = service.resources().subscriptions().all();
        }
        return subscriptions;
    }

    /** Of this ID, GUID or display name. */
    SubscriptionId subscription(String given) {
        SubscriptionId id =
                ResourceId.looksLikeId(given) ? ResourceId.parse(given).subscription() : null;
        String wanted = id == null ? given.strip() : id.value();
        List<Subscription> hits = new ArrayList<>();
        Nearest near = Nearest.to(wanted);
        for (Subscription one : subscriptions()) {
            if (one.id().value().equalsIgnoreCase(wanted)) {
                return one.id();
            }
            if (one.displayName().equalsIgnoreCase(wanted)) {
                hits.add(one);
            }
            near.look(one.displayName());
        }
        String next = near.or("`use` lists those that you can read");
        return OneHit.of(hits, "subscription", given, Subscription::resourceId, next)
                .id();
    }

    /** What people call it. */
    String name(SubscriptionId id) {
        return subscriptions().stream()
                .filter(one -> one.id().equals(id))
                .map(one -> one.displayName() + " (" + id + ")")
                .findFirst()
                .orElse(id.value());
    }

    /** All that can be read. Where they cannot be listed, the plan says so. */
    List<Vault> vaults() {
        if (vaults == null) {
            List<Vault> found = new ArrayList<>();
            for (Subscription subscription : subscriptions()) {
                try {
                    service.backup().vaults(subscription.id(), null).forEach(found::addAll);
                } catch (DpshException.Service e) {
                    if (!isUnreadable(e)) {
                        throw e;
                    }
                    note(Finding.warning(
                            "the vaults of the subscription " + name(subscription.id()) + " cannot be read ("
                                    + e.error().code() + "), and so not whether they protect any of these",
                            "the service refuses what another vault protects; nothing is protected twice"));
                }
            }
            vaults = found;
        }
        return vaults;
    }

    /** By ID, or by the name that one vault only has. */
    Vault vault(String given) {
        if (!ResourceId.looksLikeId(given)) {
            List<Vault> hits = vaults().stream()
                    .filter(vault -> vault.name().equalsIgnoreCase(given.strip()))
                    .toList();
            Nearest near = Nearest.to(given.strip());
            vaults().forEach(vault -> near.look(vault.name()));
            return OneHit.of(hits, "vault", given, Vault::id, near.or("`vault list` shows them"));
        }
        ResourceId id = ResourceId.parse(given);
        if (!id.isOf(Vault.TYPE)) {
            throw new DpshException.Usage("'" + id + "' is not a Backup vault", "its type is " + id.type(), null);
        }
        Vault known = single.get(id);
        if (known == null) {
            known = service.backup().vault(id);
            if (known == null) {
                throw new DpshException.Usage("there is no vault " + id, null, "`vault list` shows them");
            }
            single.put(id, known);
        }
        return known;
    }

    /** A policy by ID, or by name in the vault. */
    Policy policy(String given, Vault vault) {
        ResourceId id = ResourceId.looksLikeId(given)
                ? ResourceId.parse(given)
                : vault.id().child("backupPolicies", given.strip());
        if (!id.isOf(Policy.TYPE)) {
            throw new DpshException.Usage("'" + given + "' is not a backup policy", "its type is " + id.type(), null);
        }
        Policy known = policies.get(id);
        if (known == null) {
            known = service.backup().policy(id);
            if (known == null) {
                throw new DpshException.Usage(
                        "the vault " + vault.name() + " has no policy '" + id.name() + "'",
                        null,
                        "`policy list --vault " + vault.name() + "` shows its policies");
            }
            policies.put(id, known);
        }
        return known;
    }

    /** A resource group by ID, or by name in the disk's own subscription. */
    SnapshotGroup snapshotGroup(String given, ResourceId disk) {
        SubscriptionId subscription = disk.subscription();
        ResourceId id = ResourceId.looksLikeId(given) || subscription == null
                ? ResourceId.parse(given)
                : ResourceId.ofGroup(subscription, given.strip());
        return groups.computeIfAbsent(id, this::read);
    }

    private SnapshotGroup read(ResourceId id) {
        if (!id.isGroup()) {
            return new SnapshotGroup(id, null); // the checks of the draft say what it is instead
        }
        try {
            ResourceGroup group = service.resources().group(id);
            return group != null
                    ? new SnapshotGroup(group.id(), null)
                    : new SnapshotGroup(
                            id,
                            Finding.error(
                                    "UserErrorSnapshotRGNotFound",
                                    "there is no resource group '" + id.name() + "' in the subscription "
                                            + id.subscription(),
                                    "create it there, or name another with --snapshot-group"));
        } catch (DpshException.Service e) {
            if (!isUnreadable(e)) {
                throw e;
            }
            String message = "the resource group " + id.name() + " cannot be read: "
                    + e.error().message();
            return new SnapshotGroup(
                    id,
                    isMalformed(e)
                            ? Finding.error(e.error().code(), message, "name another with --snapshot-group")
                            : Finding.warning(message, null));
        }
    }

    /** Whether the answer means that one place may not be looked into, and not that something is broken. */
    static boolean isUnreadable(DpshException.Service error) {
        return error.status() == 403 || error.status() == 404 || isMalformed(error);
    }

    /** The service cannot even read the ID: no such subscription can be. */
    private static boolean isMalformed(DpshException.Service error) {
        return error.status() == 400;
    }
}
