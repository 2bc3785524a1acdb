package dpsh.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Backs up by the policies' schedules and lets recovery points expire, on the sandbox's clock. It is brought up to the time of
 * each event of the timeline before that happens, and to the present at last: within such a stretch nothing changes but by
 * itself, so an instance is taken through it in one go and a clock that jumps a year makes only what is left to see. Guarded
 * by the world's lock.
 */
final class Scheduler {
    /** A scheduled backup begins 60 to 85 seconds after its time (az recordings of recovery points, 2023-06). */
    private static final long LATE_AT_LEAST = 61_000;

    private static final int LATE_SPREAD = 24_000;

    /** So far back an instance that is there from the start has recovery points and jobs; a day when there are many. */
    private static final Duration SEEDED = Duration.ofDays(7);

    private static final int MANY = 500;

    private record Due(Instant at, ArmId instance) {}

    private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparing(Due::at));
    private final List<BackupInstance> looked = new ArrayList<>();
    private final World world;
    private final BackupChecks checks;
    private Instant present = Instant.MIN;

    Scheduler(World world) {
        this.world = world;
        this.checks = new BackupChecks(world);
        world.timeline.meanwhile(this::catchUp);
        world.instances.onAdding(this::watch);
    }

    /** The instance is new, or its state or policy has changed: it is looked at anew. */
    void watch(BackupInstance instance) {
        looked.add(instance);
    }

    private void catchUp(Instant until) {
        for (BackupInstance instance : looked) {
            begin(instance, present.equals(Instant.MIN) ? until : present);
        }
        looked.clear();
        while (!queue.isEmpty() && !queue.peek().at().isAfter(until)) {
            Due due = queue.remove();
            BackupHistory history = world.backups.history(due.instance());
            BackupInstance instance = world.instances.shelf().get(due.instance());
            boolean current = history != null && due.at().equals(history.due());
            if (current && instance != null) {
                take(instance, history, until);
            }
        }
        world.jobs.forgetBefore(until.minus(Jobs.KEPT));
        present = until;
    }

    private void begin(BackupInstance instance, Instant now) {
        boolean there = world.instances.shelf().get(instance.id()) == instance;
        BackupHistory history = world.backups.history(instance.id());
        if (there && history == null && Keeping.isBackedUp(instance)) {
            Instant since = instance.protectedSince();
            history = world.backups.begin(instance.id(), since == null ? now : since);
            Instant seeded = now.minus(looked.size() > MANY ? Duration.ofDays(1) : SEEDED);
            if (present.equals(Instant.MIN) && history.covered().isBefore(seeded)) {
                history.covers(seeded);
            }
        }
        if (there && history != null) {
            history.follows(instance.protection().policy(), now);
            requeue(instance, history, now);
        }
    }

    private void requeue(BackupInstance instance, BackupHistory history, Instant now) {
        BackupPlan plan = world.backups.plan(instance);
        Instant next = plan == null ? null : plan.next(history.covered());
        Instant start = next == null ? null : next.plus(lateness(instance, next));
        Instant expiry = Keeping.of(instance) == Keeping.ALL ? null : history.nextExpiry(now);
        Instant due = start == null || (expiry != null && expiry.isBefore(start)) ? expiry : start;
        history.due(due);
        if (due != null) {
            queue.add(new Due(due, instance.id()));
        }
    }

    /** Takes an instance through a stretch in which nothing changes but by itself. */
    private void take(BackupInstance instance, BackupHistory history, Instant until) {
        BackupPlan plan = world.backups.plan(instance);
        if (plan != null && Keeping.isBackedUp(instance)) {
            skip(history, plan, until);
            backUp(instance, history, plan, until);
        } else if (plan != null) {
            Instant last = until.minusMillis(LATE_AT_LEAST + LATE_SPREAD);
            history.covers(last.isAfter(history.covered()) ? last : history.covered());
            Instant next = plan.next(history.covered());
            if (next != null && !next.plus(lateness(instance, next)).isAfter(until)) {
                history.covers(next);
            }
        }
        world.backups.expire(history, instance, until);
        requeue(instance, history, until);
    }

    /** Passes over the backups of which nothing would be left to see. */
    private static void skip(BackupHistory history, BackupPlan plan, Instant until) {
        Duration seen = plan.longest().compareTo(Jobs.KEPT) > 0 ? plan.longest() : Jobs.KEPT;
        Instant from = until.minus(seen);
        if (!from.isAfter(history.covered())) {
            return;
        }
        for (BackupPlan.Rule rule : plan.rules()) {
            Instant last = rule.last(from);
            if (last != null && last.isAfter(history.covered())) {
                history.succeeded(rule.name(), last);
            }
        }
        history.covers(from);
    }

    private void backUp(BackupInstance instance, BackupHistory history, BackupPlan plan, Instant until) {
        Verdicts verdicts = new Verdicts(instance, until);
        for (Instant time = plan.next(history.covered()); time != null; time = plan.next(time)) {
            Instant start = time.plus(lateness(instance, time));
            if (start.isAfter(until)) {
                return;
            }
            for (BackupPlan.Rule rule : plan.rules()) {
                if (time.equals(rule.last(time))) {
                    String tag = rule.tagging().tag(time, history.lastSuccess(rule.name()), rule.zone());
                    world.backups.run(
                            new Backups.Run(instance, plan, rule, start, tag, tag, false, null, verdicts.at(start)),
                            until);
                }
            }
            history.covers(time);
        }
    }

    /** Always the same for the same backup. */
    private static Duration lateness(BackupInstance instance, Instant time) {
        long mixed = (instance.id().key().hashCode() * 31L + time.getEpochSecond()) * 0x9E3779B97F4A7C15L;
        return Duration.ofMillis(LATE_AT_LEAST + Math.floorMod(mixed >>> 20, LATE_SPREAD))
                .plusNanos((mixed >>> 44) % 10_000 * 100);
    }

    /** What the checks say within one stretch: only a role that begins to act can change it. */
    private final class Verdicts {
        private final BackupInstance instance;
        private final @Nullable DppError atEnd;
        private boolean wentWell;

        Verdicts(BackupInstance instance, Instant until) {
            this.instance = instance;
            this.atEnd = checks.find(instance, until);
        }

        @Nullable
        DppError at(Instant start) {
            if (atEnd != null || wentWell) {
                return atEnd;
            }
            DppError found = checks.find(instance, start);
            wentWell = found == null;
            return found;
        }
    }
}
