package dpsh.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes recovery points, with their jobs and snapshots, and lets them go. Guarded by the world's lock. */
final class Backups {
    /** Seen: 3 min 36 s when asked for, 3 min 40 s to 4 min 10 s when scheduled (az recordings 2025). */
    private static final Duration DISK = Duration.ofSeconds(216);

    /** Seen: 15 min 36 s (az job_list_and_show, 2025-02). */
    private static final Duration ACCOUNT = Duration.ofSeconds(936);

    /** Assumed: a job that failed was never seen. */
    private static final Duration FAILED = Duration.ofSeconds(41);

    /** A disk's point in time lies about this long after the begin of its backup (az recordings 2023-06). */
    private static final Duration SNAPSHOT = Duration.ofSeconds(76);

    /** The data of an account came into the store this long after its point in time (az recording 2025-11). */
    private static final Duration COPY = Duration.ofMillis(40);

    private static final int POINT = 1;
    private static final int JOB = 2;
    private static final int ACTIVITY = 3;
    private static final int LATE = 4;

    /**
     * One backup.
     *
     * @param shownTag the tag as its job shows it
     * @param activityId null for a GUID of its own
     * @param failure why it will fail; null when it will not
     */
    record Run(
            BackupInstance instance,
            BackupPlan plan,
            BackupPlan.Rule rule,
            Instant start,
            String tag,
            String shownTag,
            boolean userTriggered,
            @Nullable String activityId,
            @Nullable DppError failure) {}

    private final World world;
    private final Map<ArmId, BackupHistory> histories = new HashMap<>();
    private final Map<ArmId, Planned> plans = new HashMap<>();

    private record Planned(Policy policy, BackupPlan plan) {}

    Backups(World world) {
        this.world = world;
    }

    /** The history of this instance; null when its protection has not been configured yet. */
    @Nullable
    BackupHistory history(ArmId instance) {
        return histories.get(instance);
    }

    /** The history of this instance, begun at this time if there is none. */
    BackupHistory begin(ArmId instance, Instant at) {
        return histories.computeIfAbsent(instance, id -> new BackupHistory(id, at));
    }

    Collection<BackupHistory> histories() {
        return histories.values();
    }

    /** What the policy of this instance says; null when the policy is gone. */
    @Nullable
    BackupPlan plan(BackupInstance instance) {
        Policy policy = world.policies.get(instance.protection().policy());
        if (policy == null) {
            return null;
        }
        Planned known = plans.get(policy.id());
        if (known == null || known.policy() != policy) {
            known = new Planned(policy, BackupPlan.of(policy));
            plans.put(policy.id(), known);
        }
        return known.plan();
    }

    /**
     * Backs up. What would be too old to be seen at {@code now} is not made.
     *
     * @return the job, or null when it is too old
     */
    @Nullable
    Job run(Run run, Instant now) {
        BackupInstance instance = run.instance();
        boolean disk = instance.protection().kind() == DatasourceKind.DISK;
        BackupHistory history = begin(instance.id(), run.start());
        if (run.failure() == null) {
            history.succeeded(run.rule().name(), run.start());
            BackupPlan.Keep keep = run.plan().keep(run.tag(), run.rule().store());
            Instant created = created(run.start(), disk);
            if (keep == null || keep.expiry(created).isAfter(now)) {
                RecoveryPoint point = point(
                        history,
                        run.start(),
                        disk,
                        run.rule().store(),
                        run.tag(),
                        run.plan().policyName(),
                        keep);
                history.add(point);
                world.diskSnapshots.take(instance, point);
            }
        }
        if (!world.jobs.takes(instance.vault(), run.start(), now)) {
            return null;
        }
        Job job = job(run, history);
        world.jobs.put(job);
        return job;
    }

    private Job job(Run run, BackupHistory history) {
        BackupInstance instance = run.instance();
        Disk disk = world.disks.get(instance.protection().datasource());
        Job plain = scheduledJob(
                instance,
                history,
                run.start(),
                run.rule().name(),
                run.shownTag(),
                run.rule().store(),
                disk == null ? 0 : (long) disk.sizeGb() << 30);
        String given = run.activityId();
        if (!run.userTriggered() && run.failure() == null && given == null) {
            return plain;
        }
        return new Job(
                plain.name(),
                plain.instance(),
                plain.protection(),
                plain.start(),
                run.failure() == null
                        ? plain.end()
                        : run.start()
                                .plus(FAILED)
                                .plus(history.jitter(LATE, run.start()).dividedBy(10)),
                run.userTriggered(),
                given == null ? plain.activityId() : given,
                run.failure() == null ? Job.Outcome.Completed : Job.Outcome.Failed,
                run.failure(),
                plain.work());
    }

    /** The job of a scheduled backup that goes well. */
    static Job scheduledJob(
            BackupInstance instance,
            BackupHistory history,
            Instant start,
            String rule,
            String tag,
            String store,
            long bytes) {
        boolean disk = instance.protection().kind() == DatasourceKind.DISK;
        return new Job(
                history.guid(JOB, start).toString(),
                instance.id(),
                instance.protection(),
                start,
                end(history, start, disk),
                false,
                history.guid(ACTIVITY, start).toString(),
                Job.Outcome.Completed,
                null,
                new Job.Backup(rule, tag, store, pointName(history, start), bytes));
    }

    /** The recovery point that a backup begun at this time makes. */
    static RecoveryPoint point(
            BackupHistory history,
            Instant start,
            boolean disk,
            String store,
            String tag,
            String policyName,
            BackupPlan.@Nullable Keep keep) {
        Instant created = created(start, disk);
        return new RecoveryPoint(
                pointName(history, start),
                disk ? start.plus(SNAPSHOT).plus(history.jitter(LATE, start)) : start,
                created,
                end(history, start, disk),
                keep == null ? null : keep.expiry(created),
                store,
                disk ? "Incremental" : "Full",
                tag,
                policyName);
    }

    private static String pointName(BackupHistory history, Instant start) {
        return history.guid(POINT, start).toString().replace("-", "");
    }

    private static Instant end(BackupHistory history, Instant start, boolean disk) {
        return start.plus(disk ? DISK : ACCOUNT)
                .plus(history.jitter(LATE, start).dividedBy(10));
    }

    private static Instant created(Instant start, boolean disk) {
        return disk ? start : start.plus(COPY);
    }

    /** When the backup began that made this recovery point. */
    static Instant start(RecoveryPoint point, boolean disk) {
        return disk ? point.created() : point.created().minus(COPY);
    }

    /** Drops what has expired. */
    void expire(BackupHistory history, BackupInstance instance, Instant now) {
        history.expire(now, Keeping.of(instance), point -> world.diskSnapshots.drop(instance, point));
    }

    /** An instance is deleted for good: its data are gone at once and its running jobs end as cancelled (assumed). */
    void forget(BackupInstance instance, Instant at) {
        world.jobs.cancel(instance.id(), at);
        BackupHistory history = histories.remove(instance.id());
        if (history != null) {
            history.all().forEach(point -> world.diskSnapshots.drop(instance, point));
        }
    }

    /** Takes up what was once saved. */
    void add(BackupHistory history) {
        histories.put(history.instance(), history);
    }
}
