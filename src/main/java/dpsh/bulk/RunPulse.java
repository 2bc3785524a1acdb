package dpsh.bulk;

import dpsh.arm.SubscriptionId;
import dpsh.client.BulkService;
import dpsh.client.Pacing;
import dpsh.store.ItemState;
import dpsh.store.RunItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be told of a run while it works: rate, time left, the item that takes longest. */
final class RunPulse {
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration RATE_OVER = Duration.ofMinutes(2);
    private static final double NEWEST_WEIGHS = 0.05;

    private final BulkService service;
    private final RunJournal journal;
    private final Instant begun;
    private final Set<ItemCourse> underWay = new LinkedHashSet<>();
    private final Deque<Instant> ends = new ArrayDeque<>();
    private final Set<SubscriptionId> subscriptions = new LinkedHashSet<>();
    private double latencySeconds;
    private long toldNanos = System.nanoTime() - EVERY.toNanos();

    RunPulse(BulkService service, RunJournal journal) {
        this.service = service;
        this.journal = journal;
        this.begun = service.clock().now();
    }

    void begun(ItemCourse course) {
        underWay.add(course);
        subscriptions.add(Floor.subscription(course.item().vault()));
    }

    void ended(ItemCourse course) {
        if (!underWay.remove(course)) {
            return;
        }
        RunItem item = course.item();
        if (item.state() == ItemState.PROTECTED && item.startedAt() != null && item.endedAt() != null) {
            double seconds = Duration.between(item.startedAt(), item.endedAt()).toMillis() / 1000.0;
            latencySeconds =
                    latencySeconds == 0 ? seconds : latencySeconds + NEWEST_WEIGHS * (seconds - latencySeconds);
        }
        ends.addLast(service.clock().now());
    }

    /** How many items are under way. */
    int underWay() {
        return underWay.size();
    }

    /** How long an item takes from its first request to its end, on average; 0 before one has ended. */
    double meanLatencySeconds() {
        return latencySeconds;
    }

    /** How the run stands, when it is time to say so again; else null. */
    @Nullable
    RunProgress dueNow(Collection<Gate> gates, int grantsOpen) {
        long now = System.nanoTime();
        if (now - toldNanos < EVERY.toNanos()) {
            return null;
        }
        toldNanos = now;
        return progress(gates, grantsOpen);
    }

    /** How the run stands. */
    RunProgress progress(Collection<Gate> gates, int grantsOpen) {
        Instant now = service.clock().now();
        while (!ends.isEmpty() && ends.peek().isBefore(now.minus(RATE_OVER))) {
            ends.remove();
        }
        Duration over = Duration.between(begun, now);
        double minutes = Math.min(over.toMillis(), RATE_OVER.toMillis()) / 60_000.0;
        double rate = minutes <= 0 ? 0 : ends.size() / minutes;
        int waitingAtGates = gates.stream().mapToInt(Gate::waiting).sum();
        int configuring = journal.count(ItemState.CONFIGURING);
        int rest = journal.total() - journal.ended();
        int validating = Math.max(0, underWay.size() - configuring - waitingAtGates);
        ItemCourse oldest = underWay.isEmpty() ? null : underWay.iterator().next();
        Instant since = oldest == null ? null : oldest.item().startedAt();
        return new RunProgress(
                journal.total(),
                journal.count(ItemState.PROTECTED),
                journal.count(ItemState.UNCHANGED),
                journal.count(ItemState.BLOCKED),
                journal.count(ItemState.FAILED),
                journal.count(ItemState.UNKNOWN),
                Math.max(0, rest - validating - configuring),
                validating,
                configuring,
                rate,
                quota(),
                rate > 0 ? Duration.ofSeconds((long) (rest / rate * 60)) : null,
                oldest == null ? null : oldest.item().datasource().name() + " (" + oldest.word() + ")",
                since == null ? null : Duration.between(since, now),
                phase(gates, grantsOpen, now));
    }

    private static @Nullable String phase(Collection<Gate> gates, int grantsOpen, Instant now) {
        if (grantsOpen > 0) {
            return "assigning " + grantsOpen + (grantsOpen == 1 ? " role" : " roles");
        }
        int waiting = gates.stream().mapToInt(Gate::waiting).sum();
        Instant since = gates.stream()
                .map(Gate::waitingSince)
                .filter(time -> time != null)
                .min(Instant::compareTo)
                .orElse(null);
        return since == null
                ? null
                : "the roles of " + waiting + (waiting == 1 ? " item" : " items") + " do not act yet ("
                        + Duration.between(since, now).toMinutes() + " min so far)";
    }

    private List<RunProgress.QuotaLeft> quota() {
        List<RunProgress.QuotaLeft> left = new ArrayList<>();
        for (SubscriptionId subscription : subscriptions) {
            for (Pacing.Call call : List.of(Pacing.Call.WRITE, Pacing.Call.READ)) {
                left.add(new RunProgress.QuotaLeft(
                        subscription, call, service.pacing().quota(subscription, call)));
            }
        }
        return left;
    }
}
