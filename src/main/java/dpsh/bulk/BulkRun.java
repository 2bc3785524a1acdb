package dpsh.bulk;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.Finding;
import dpsh.backup.Vault;
import dpsh.client.BulkService;
import dpsh.client.Pacing;
import dpsh.store.ItemState;
import dpsh.store.RunItem;
import dpsh.store.RunLog;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one run that stands in the journal, from wherever it stopped: looks at each item again, assigns what roles are
 * missing, and takes every item that is to be protected through its {@link ItemCourse}. As fast as the write bucket allows: the
 * window of items under way is wide enough that there is always one that could be sent.
 */
final class BulkRun {
    private static final int LEAST_WINDOW = 64;
    private static final int MOST_WINDOW = 4_000;

    /** What an item takes at first sight: validated in 30 s, configured in 60 (wire-notes 6), and polled late. */
    private static final double USUAL_LATENCY_SECONDS = 120;

    /** A request to validate and one to create. */
    private static final double WRITES_EACH = 2;

    /** How long an interrupted run waits for the answers to what is on the wire. */
    private static final Duration LAST_ANSWERS = Duration.ofMillis(500);

    private final BulkService service;
    private final RunSettings settings;
    private final Consumer<RunProgress> watcher;
    private final RunJournal journal;
    private final Dispatcher dispatcher;
    private final Floor floor;
    private final Map<ResourceId, Gate> gates = new LinkedHashMap<>();
    private final Map<ResourceId, ProgressWatch> watches = new LinkedHashMap<>();
    private final Deque<ItemCourse> backlog = new ArrayDeque<>();
    private final List<ItemCourse> lacking = new ArrayList<>();
    private final RunPulse pulse;
    private @Nullable DpshException stop;
    private @Nullable Grants grants;

    BulkRun(
            BulkService service,
            RunLog log,
            long run,
            List<RunItem> items,
            RunSettings settings,
            Consumer<RunProgress> watcher) {
        this.service = service;
        this.settings = settings;
        this.watcher = watcher;
        this.journal = new RunJournal(log, run, items);
        this.dispatcher = new Dispatcher(service.pacing(), service.clock());
        this.floor = new Floor(service, dispatcher, journal, settings, this::stopped, this::ended);
        this.pulse = new RunPulse(service, journal);
    }

    /**
     * Works until every item has ended.
     *
     * @param plan the items as things stand now
     * @param items the items of the run that have not ended, which may be none
     * @param resumed whether an earlier process may have sent requests about them
     * @throws DpshException.Interrupted when the operator interrupts; what the service accepted goes on there
     * @throws DpshException.NotAllowed when nobody is signed in any more
     * @throws DpshException.LedgerUnavailable when the journal cannot be written
     */
    void carryOut(Plan plan, List<RunItem> items, boolean resumed) {
        work(
                () -> {
                    place(plan, items, resumed);
                    grant(plan);
                },
                resumed);
    }

    /** Brings what earlier processes left open to its end, when every item has ended. */
    void finish() {
        work(() -> {}, true);
    }

    private void work(Runnable start, boolean resumed) {
        try (dispatcher) {
            start.run();
            dispatcher.run(this::done, this::round);
            DpshException why = stop;
            if (why != null) {
                throw why;
            }
            if (resumed) {
                tidy();
            }
            journal.end();
        } catch (InterruptedException e) {
            throw leave(new DpshException.Interrupted(
                    "detached from run " + journal.run(),
                    "what the service accepted goes on there; `runs resume " + journal.run() + "` goes on from there"));
        } catch (DpshException e) {
            throw leave(e);
        }
    }

    /** What earlier processes left open is brought to its end. */
    private void tidy() throws InterruptedException {
        journal.flush();
        Leftovers leftovers = new Leftovers(floor);
        leftovers.begin();
        dispatcher.run(leftovers::done, this::round);
    }

    private DpshException leave(DpshException why) {
        try {
            dispatcher.settle(LAST_ANSWERS);
            journal.end();
        } catch (DpshException e) {
            why.addSuppressed(e);
        }
        return why;
    }

    /** Gives every item its course, its end, or its place among those that lack roles. */
    private void place(Plan plan, List<RunItem> items, boolean resumed) {
        Map<Integer, RunItem> byNumber = new HashMap<>();
        items.forEach(item -> byNumber.put(item.number(), item));
        for (PlanItem planned : plan.items()) {
            RunItem item = byNumber.get(planned.number());
            if (item == null) {
                continue;
            }
            boolean sent = item.state().compareTo(ItemState.PLANNED) > 0;
            ItemCourse course = course(planned, item, resumed);
            if (planned.verdict() == PlanItem.Verdict.BLOCKED) {
                block(course, planned.findings());
            } else if (planned.verdict() == PlanItem.Verdict.PROTECT
                    && !planned.missing().isEmpty()) {
                lack(course);
            } else {
                backlog.add(course);
                if (item.state() == ItemState.GRANTED && sent) {
                    gates.get(item.vault()).granted();
                }
            }
        }
    }

    private ItemCourse course(PlanItem planned, RunItem item, boolean resumed) {
        Gate gate = gates.computeIfAbsent(item.vault(), vault -> new Gate(dispatcher, service.clock(), settings, true));
        ProgressWatch watch = watches.computeIfAbsent(
                item.vault(), vault -> new ProgressWatch(vault, service, dispatcher, this::stopped));
        return new ItemCourse(floor, gate, watch, item, planned.missing(), planned.standing(), resumed);
    }

    private static void block(ItemCourse course, List<Finding> findings) {
        Finding first = findings.stream().filter(Finding::isError).findFirst().orElse(null);
        course.blocked(
                first == null ? null : first.serviceCode(),
                first == null ? "the plan says so" : first.message(),
                first == null ? null : first.fix());
    }

    private void lack(ItemCourse course) {
        if (settings.grant()) {
            lacking.add(course);
        } else {
            course.blocked(
                    "UserErrorMissingRequiredPermissions",
                    "the vault's identity lacks "
                            + course.missing().stream()
                                    .map(need -> need.role().label() + " on "
                                            + need.scope().name())
                                    .reduce((one, other) -> one + " and " + other)
                                    .orElse("a role"),
                    "add --grant, or `permission grant`");
        }
    }

    private void grant(Plan plan) {
        if (lacking.isEmpty()) {
            return;
        }
        Map<ResourceId, String> principals = new HashMap<>();
        for (ResourceId id :
                lacking.stream().map(course -> course.item().vault()).distinct().toList()) {
            Vault vault = service.backup().vault(id);
            if (vault != null && vault.principalId() != null) {
                principals.put(id, vault.principalId());
            }
        }
        Grants making = new Grants(floor, plan.grants(), principals, this::granted);
        grants = making;
        making.begin();
    }

    /** All assignments were tried: those that lacked roles go on, and wait at the gate until they act. */
    private void granted() {
        Grants made = grants;
        if (made == null) {
            return;
        }
        made.vaults().forEach(vault -> {
            Gate gate = gates.get(vault);
            if (gate != null) {
                gate.granted();
            }
        });
        for (ItemCourse course : lacking) {
            Grants.Failure failure = made.failureFor(course.item().vault(), course.missing());
            if (failure == null) {
                course.granted();
                backlog.add(course);
            } else {
                course.fails(
                        failure.code(),
                        failure.why(),
                        "`permission check`; `explain " + failure.code() + "`",
                        failure.activity());
            }
        }
        lacking.clear();
    }

    private boolean done() {
        return stop != null || journal.ended() == journal.total();
    }

    private void round() {
        while (!backlog.isEmpty() && underWay() < window()) {
            pulse.begun(backlog.peek());
            backlog.remove().begin();
        }
        journal.flushWhenDue();
        RunProgress progress = pulse.dueNow(gates.values(), grants == null ? 0 : grants.open());
        if (progress != null) {
            watcher.accept(progress);
        }
    }

    private int underWay() {
        return pulse.underWay();
    }

    /** By Little's law: as many as the write buckets take up while one item is under way, and half as many again. */
    private int window() {
        double perSecond = 0;
        for (SubscriptionId subscription :
                gates.keySet().stream().map(Floor::subscription).distinct().toList()) {
            Pacing.Quota quota = service.pacing().quota(subscription, Pacing.Call.WRITE);
            perSecond += Math.max(quota.perSecond(), 1);
        }
        double latency = Math.max(USUAL_LATENCY_SECONDS, pulse.meanLatencySeconds());
        int window = (int) Math.ceil(perSecond / WRITES_EACH * latency * 1.5);
        return Math.max(LEAST_WINDOW, Math.min(MOST_WINDOW, window));
    }

    private void ended(ItemCourse course) {
        pulse.ended(course);
    }

    private void stopped(DpshException why) {
        if (stop == null) {
            stop = why;
        }
    }
}
