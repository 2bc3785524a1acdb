package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.backup.DeletedInstance;
import dpsh.backup.Job;
import dpsh.backup.RecoveryPoint;
import dpsh.backup.Vault;
import dpsh.client.BackupClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From what the operator typed to what lies in a vault beside its instances: jobs, recovery points, deleted instances. */
public final class VaultFinder {
    private final BackupClient backup;
    private final Supplier<Vault> here;

    /** @param here the vault where the line stands, asked for only when a name needs it */
    public VaultFinder(BackupClient backup, Supplier<Vault> here) {
        this.backup = backup;
        this.here = here;
    }

    /**
     * A job by its ID, by its GUID, or by the beginning of it.
     *
     * @throws DpshException.Usage when there is none, or more than one that begins so
     */
    public Job job(String given) {
        if (ResourceId.looksLikeId(given)) {
            return found(backup.job(Finder.ofType(ResourceId.parse(given), Job.TYPE, "a job")), given);
        }
        String name = PlainName.of("job", given);
        Vault vault = here.get();
        Job whole = name.length() < 36 ? null : backup.job(vault.id().child("backupJobs", name));
        if (whole != null || name.length() >= 36) {
            return found(whole, name);
        }
        List<ResourceId> hits = new ArrayList<>();
        for (List<Job> page : backup.jobs(vault.id())) {
            page.stream()
                    .map(Job::id)
                    .filter(id -> id.name().toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
                    .forEach(hits::add);
        }
        if (hits.size() > 1) {
            throw new DpshException.Usage(
                    hits.size() + " jobs begin with '" + name + "'", null, "give more of the one you mean");
        }
        return found(hits.isEmpty() ? null : backup.job(hits.get(0)), name);
    }

    /**
     * A soft-deleted instance: by its name or ID, with or without {@code deleted} in it, or by what it protected.
     *
     * @throws DpshException.Usage when there is none, or more than one of what it protected
     */
    public DeletedInstance deleted(String given) {
        if (ResourceId.looksLikeId(given)) {
            ResourceId id = ResourceId.parse(given);
            ResourceId vault = id.parent();
            boolean named = id.isOf(DeletedInstance.TYPE) || id.isOf(BackupInstance.TYPE);
            if (named && vault != null) {
                return required(
                        backup.deletedInstance(vault.child("backupInstances", id.name())),
                        given,
                        vault.name(),
                        Nearest.to(given));
            }
        }
        String name = ResourceId.looksLikeId(given) ? given : PlainName.of("backup instance", given);
        Vault vault = here.get();
        DeletedInstance byName = ResourceId.looksLikeId(given)
                ? null
                : backup.deletedInstance(vault.id().child("backupInstances", name));
        if (byName != null) {
            return byName;
        }
        List<DeletedInstance> hits = new ArrayList<>();
        Nearest near = Nearest.to(name);
        for (List<DeletedInstance> page : backup.deletedInstances(vault.id())) {
            page.stream().filter(one -> protectedBy(one, name)).forEach(hits::add);
            page.forEach(one -> near.look(one.friendlyName()));
        }
        if (hits.size() > 1) {
            throw new DpshException.Usage(
                    "there are " + hits.size() + " deleted instances of '" + name + "'",
                    String.join(", ", hits.stream().map(DeletedInstance::name).toList()),
                    "give the name of the one you mean");
        }
        return required(hits.isEmpty() ? null : hits.get(0), name, vault.name(), near);
    }

    /**
     * A recovery point of the instance by its name or ID; the newest one when none is named.
     *
     * @throws DpshException.Usage when there is none
     */
    public RecoveryPoint point(BackupInstance instance, @Nullable String given) {
        RecoveryPoint found;
        if (given == null) {
            var pages = backup.recoveryPoints(instance.id()).iterator();
            List<RecoveryPoint> newest = pages.hasNext() ? pages.next() : List.of();
            found = newest.isEmpty() ? null : newest.get(0);
        } else {
            ResourceId id = ResourceId.looksLikeId(given)
                    ? Finder.ofType(ResourceId.parse(given), RecoveryPoint.TYPE, "a recovery point")
                    : instance.id().child("recoveryPoints", PlainName.of("recovery point", given));
            found = backup.recoveryPoint(id);
        }
        if (found == null) {
            throw new DpshException.Usage(
                    given == null
                            ? instance.name() + " has no recovery point yet"
                            : instance.name() + " has no recovery point '" + given + "'",
                    null,
                    given == null
                            ? "`instance backup " + instance.name() + "` makes one"
                            : "`recovery-point list " + instance.name() + "` shows them");
        }
        return found;
    }

    private static boolean protectedBy(DeletedInstance deleted, String given) {
        ResourceId datasource = deleted.datasource();
        if (ResourceId.looksLikeId(given)) {
            return ResourceId.parse(given).equals(datasource);
        }
        return deleted.friendlyName().equalsIgnoreCase(given)
                || datasource != null && datasource.name().equalsIgnoreCase(given);
    }

    private static Job found(@Nullable Job job, String given) {
        if (job == null) {
            throw new DpshException.Usage("there is no job '" + given + "'", null, "`job list` shows them");
        }
        return job;
    }

    private static DeletedInstance required(
            @Nullable DeletedInstance deleted, String given, String vault, Nearest near) {
        if (deleted == null) {
            throw new DpshException.Usage(
                    "the vault " + vault + " keeps no deleted instance '" + given + "'",
                    null,
                    near.or("`instance list --deleted` shows those that can be brought back"));
        }
        return deleted;
    }
}
