package dpsh.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All jobs, by vault in the order of their starts. Guarded by the world's lock. */
final class Jobs {
    /** Jobs older than this are gone (assumed: the portal shows at most the last 30 days). */
    static final Duration KEPT = Duration.ofDays(30);

    /** The sandbox keeps so many jobs of a vault, so that a long jump of the clock does not fill the memory. */
    private static final int MOST = 200_000;

    private final Map<ArmId, VaultJobs> byVault = new HashMap<>();

    /** Adds a job, or puts it in the place of the one with its name. */
    void put(Job job) {
        byVault.computeIfAbsent(job.vault(), vault -> new VaultJobs(MOST)).put(job);
    }

    /** Whether a job of this vault that begins at this time would be kept, if this is the present. */
    boolean takes(ArmId vault, Instant start, Instant now) {
        VaultJobs jobs = byVault.get(vault);
        return !start.isBefore(now.minus(KEPT)) && (jobs == null || jobs.takes(start));
    }

    /** The job of this name in this vault, or null. */
    @Nullable
    Job get(ArmId vault, String name) {
        VaultJobs jobs = byVault.get(vault);
        return jobs == null ? null : jobs.get(name);
    }

    /**
     * At most {@code count} jobs of the vault, oldest first.
     *
     * @param key the {@link #key} of the job that they come after; empty for the first ones
     */
    List<Job> after(ArmId vault, String key, int count) {
        VaultJobs jobs = byVault.get(vault);
        if (jobs == null) {
            return List.of();
        }
        int bar = key.indexOf('|');
        try {
            List<Job> rest =
                    bar < 0 ? jobs.all() : jobs.after(Instant.parse(key.substring(0, bar)), key.substring(bar + 1));
            return List.copyOf(rest.subList(0, Math.min(count, rest.size())));
        } catch (DateTimeParseException notOurs) {
            return List.of();
        }
    }

    /** Tells where a job stands in its list. */
    static String key(Job job) {
        return job.start() + "|" + job.name();
    }

    /** All jobs of a vault, oldest first. */
    List<Job> of(ArmId vault) {
        return after(vault, "", Integer.MAX_VALUE);
    }

    /** How many jobs a vault has. */
    int count(ArmId vault) {
        VaultJobs jobs = byVault.get(vault);
        return jobs == null ? 0 : jobs.all().size();
    }

    /** Those jobs of an instance that began at this time or later. */
    List<Job> of(ArmId instance, Instant since, Predicate<Job> wanted) {
        VaultJobs jobs = byVault.get(instance.parent());
        return jobs == null
                ? List.of()
                : jobs.after(since, "").stream()
                        .filter(job -> job.instance().equals(instance) && wanted.test(job))
                        .toList();
    }

    /** The newest jobs of all vaults, as Resource Graph shows them: at most so many of a vault. */
    List<Job> newest(int count) {
        List<Job> found = new ArrayList<>();
        for (VaultJobs jobs : byVault.values()) {
            List<Job> all = jobs.all();
            for (int i = all.size() - 1; i >= Math.max(0, all.size() - count); i--) {
                found.add(all.get(i));
            }
        }
        return found;
    }

    /** Ends what still runs for an instance. */
    void cancel(ArmId instance, Instant at) {
        for (Job job : of(instance, at.minus(KEPT), each -> each.isRunning(at))) {
            put(job.ended(at, Job.Outcome.Cancelled, null));
        }
    }

    /** Forgets what is too old to be shown. */
    void forgetBefore(Instant time) {
        byVault.values().forEach(jobs -> jobs.forgetBefore(time));
    }

    /** All, vault by vault, oldest first. */
    List<Job> all() {
        List<Job> found = new ArrayList<>();
        new TreeMap<>(byVault).values().forEach(jobs -> found.addAll(jobs.all()));
        return found;
    }
}
