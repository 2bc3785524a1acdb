package dpsh.client;

import dpsh.arm.DpshException;
import dpsh.arm.SubscriptionId;
import dpsh.backup.BackupInstance;
import dpsh.backup.DatasourceKind;
import dpsh.backup.DeletedInstance;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which datasource is protected by which instance of which vault. The instances of every vault are listed once; datasources
 * stream by. A vault may protect what lies in another subscription, so all vaults that can be read are looked at, however few
 * datasources are asked about.
 */
public final class Coverage {
    private final BackupClient backup;
    private final ResourceClient resources;

    public Coverage(BackupClient backup, ResourceClient resources) {
        this.backup = backup;
        this.resources = resources;
    }

    /** What the vaults of all subscriptions that can be read protect. */
    public Protectors protectors() {
        return protectors(
                resources.subscriptions().all().stream().map(Subscription::id).toList());
    }

    /**
     * What the vaults of these subscriptions protect. A subscription or a vault that may not be read stands in
     * {@link Protectors#unread()}; any other trouble is thrown.
     */
    public Protectors protectors(List<SubscriptionId> subscriptions) {
        Protectors found = new Protectors();
        for (SubscriptionId subscription : subscriptions) {
            try {
                for (List<Vault> page : backup.vaults(subscription, null)) {
                    page.forEach(vault -> addAll(vault, found));
                }
            } catch (DpshException.Service e) {
                refused(e, "the vaults of the subscription " + subscription, found);
            }
        }
        return found;
    }

    /** Disks or storage accounts with what protects each, page by page. */
    public Pages<Covered> datasources(
            DatasourceKind kind, SubscriptionId subscription, @Nullable String group, Protectors protectors) {
        return resources.datasources(kind, subscription, group).map(datasource -> {
            List<Protector> found = protectors.of(datasource.id());
            return new Covered(datasource, found.isEmpty() ? null : found.get(0));
        });
    }

    private void addAll(Vault vault, Protectors found) {
        try {
            for (List<BackupInstance> page : backup.instances(vault.id())) {
                page.forEach(instance -> found.add(instance.datasource(), Protector.of(instance)));
            }
            if (vault.softDeletes()) {
                for (List<DeletedInstance> page : backup.deletedInstances(vault.id())) {
                    page.forEach(deleted -> found.add(deleted.datasource(), Protector.of(deleted)));
                }
            }
        } catch (DpshException.Service e) {
            refused(e, "the vault " + vault.name(), found);
        }
    }

    /** What is gone meanwhile protects nothing; what may not be read is told; everything else ends the reading. */
    private static void refused(DpshException.Service e, String what, Protectors found) {
        if (e.status() == 404) {
            return;
        }
        if (e.status() != 403) {
            throw e;
        }
        found.add(new Protectors.Unread(what, e));
    }
}
