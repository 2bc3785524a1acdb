package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
        String pointName = history.guid(POINT, run.start()).toString().replace("-", "");
        Duration jitter =
                Duration.ofNanos((history.guid(LATE, run.start()).getLeastSignificantBits() & 0xFFFFFFF) * 100);
        Instant end = run.start()
                .plus(run.failure() != null ? FAILED : disk ? DISK : ACCOUNT)
                .plus(jitter.dividedBy(10));
        if (run.failure() == null) {
            Instant time = disk ? run.start().plus(SNAPSHOT).plus(jitter) : run.start();
            Instant created = disk ? run.start() : run.start().plus(COPY);
            BackupPlan.Keep keep = run.plan().keep(run.tag(), run.rule().store());
            RecoveryPoint point = new RecoveryPoint(
                    pointName,
                    time,
                    created,
                    end,
                    keep == null ? null : keep.expiry(created),
                    run.rule().store(),
                    disk ? "Incremental" : "Full",
                    run.tag(),
                    run.plan().policyName());
            history.succeeded(run.rule().name(), run.start());
            if (!point.isExpired(now)) {
                history.add(point);
                world.diskSnapshots.take(instance, point);
            }
        }
        if (run.start().isBefore(now.minus(Jobs.KEPT))) {
            return null;
        }
        Job job = job(run, history, end, pointName);
        world.jobs.put(job);
        return job;
    }

    private Job job(Run run, BackupHistory history, Instant end, String pointName) {
        BackupInstance instance = run.instance();
        String given = run.activityId();
        Disk disk = world.disks.get(instance.protection().datasource());
        return new Job(
                history.guid(JOB, run.start()).toString(),
                instance.id(),
                instance.protection(),
                run.start(),
                end,
                run.userTriggered(),
                given == null ? history.guid(ACTIVITY, run.start()).toString() : given,
                run.failure() == null ? Job.Outcome.Completed : Job.Outcome.Failed,
                run.failure(),
                new Job.Backup(
                        run.rule().name(),
                        run.shownTag(),
                        run.rule().store(),
                        pointName,
                        disk == null ? 0 : (long) disk.sizeGb() << 30));
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

    ArrayNode save() {
        ArrayNode saved = JsonNodeFactory.instance.arrayNode();
        histories.values().stream()
                .sorted((one, other) -> one.instance().compareTo(other.instance()))
                .forEach(history -> saved.add(history.save()));
        return saved;
    }

    /** Takes up what was once saved; instances, disks and snapshots have been loaded before. */
    void load(JsonNode saved) {
        for (JsonNode entry : saved) {
            BackupHistory history = BackupHistory.load(entry);
            histories.put(history.instance(), history);
            BackupInstance instance = world.instances.shelf().get(history.instance());
            if (instance != null) {
                world.diskSnapshots.recognise(instance, history);
            }
        }
    }
}
