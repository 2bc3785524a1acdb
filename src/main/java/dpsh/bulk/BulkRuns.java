package dpsh.bulk;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.Finding;
import dpsh.backup.Vault;
import dpsh.client.BulkService;
import dpsh.store.ItemState;
import dpsh.store.NewRun;
import dpsh.store.RunItem;
import dpsh.store.RunLog;
import dpsh.store.RunRow;
import dpsh.store.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs of this world: carries out plans, goes on with what was interrupted, tries again what failed, and tells how each item
 * ended. A run is in the journal before anything is sent, so that it survives whatever happens to this process.
 */
public final class BulkRuns {
    private final BulkService service;
    private final RunLog log;
    private final Recheck recheck;
    private final String world;

    /** @param world the service that the runs belong to */
    public BulkRuns(BulkService service, RunLog log, Recheck recheck, String world) {
        this.service = service;
        this.log = log;
        this.recheck = recheck;
        this.world = world;
    }

    /**
     * Carries out a plan.
     *
     * @param started told the run's number, before the first request that changes something
     * @param watcher told four times a second how it stands, on this thread
     * @return the run after its last item ended
     * @throws DpshException.Interrupted when the operator interrupts; {@link #resume} goes on
     * @throws DpshException.NotAllowed when nobody is signed in any more; {@link #resume} goes on
     * @throws DpshException.LedgerUnavailable when the journal cannot be written; nothing more is sent then
     */
    public RunRow run(Plan plan, RunSettings settings, Consumer<RunRow> started, Consumer<RunProgress> watcher) {
        Instant now = service.clock().now();
        List<RunItem> items =
                plan.items().stream().map(item -> planned(item, now)).toList();
        announce(
                plan.title(),
                plan.items().stream()
                        .filter(item -> item.verdict() == PlanItem.Verdict.PROTECT)
                        .map(item -> RunItem.of(item.number(), item.draft(), item.vault())));
        long number = log.begin(
                new NewRun(
                        world,
                        plan.title(),
                        plan.id(),
                        settings.grant(),
                        settings.scope().word(),
                        settings.itemDeadline()),
                items);
        started.accept(find(number));
        carryOut(number, items, settings, false, watcher);
        return find(number);
    }

    /** Whatever protects the vaults asks now, and not in the middle of the run. */
    private void announce(String what, Stream<RunItem> items) {
        Set<ResourceId> concerned = new LinkedHashSet<>();
        items.forEach(item -> concerned.addAll(List.of(item.vault(), item.datasource())));
        if (!concerned.isEmpty()) {
            service.operations().announce(what, concerned);
        }
    }

    private static RunItem planned(PlanItem item, Instant now) {
        RunItem fresh = RunItem.of(item.number(), item.draft(), item.vault());
        if (item.verdict() != PlanItem.Verdict.BLOCKED) {
            return fresh;
        }
        Finding first =
                item.findings().stream().filter(Finding::isError).findFirst().orElse(null);
        RunItem blocked = first == null
                ? fresh.in(ItemState.BLOCKED)
                : fresh.in(ItemState.BLOCKED, first.serviceCode(), first.message(), first.fix(), null);
        return blocked.timed(0, now, null, now);
    }

    /**
     * Goes on with a run that was interrupted, by whatever.
     *
     * @throws DpshException.Refused when another process works on it
     * @throws DpshException as {@link #run}
     */
    public RunRow resume(long number, RunSettings settings, Consumer<RunProgress> watcher) {
        RunRow run = find(number);
        announce(run.title(), log.items(number).stream().filter(item -> !item.state()
                .ended()));
        log.claim(number);
        carryOut(number, log.items(number), settings, true, watcher);
        return find(number);
    }

    /**
     * Tries the items in these states once more.
     *
     * @throws DpshException as {@link #resume}
     */
    public RunRow retry(long number, Set<ItemState> only, RunSettings settings, Consumer<RunProgress> watcher) {
        RunRow run = find(number);
        announce(run.title(), log.items(number, only).stream());
        log.claim(number);
        List<RunItem> again = log.items(number, only).stream()
                .map(item -> item.in(ItemState.PLANNED).timed(item.attempts(), null, item.submittedAt(), null))
                .toList();
        log.record(number, again);
        carryOut(number, log.items(number), settings, true, watcher);
        return find(number);
    }

    private void carryOut(
            long number, List<RunItem> all, RunSettings settings, boolean resumed, Consumer<RunProgress> watcher) {
        List<RunItem> open = all.stream().filter(item -> !item.state().ended()).toList();
        BulkRun run = new BulkRun(service, log, number, all, settings, watcher);
        if (open.isEmpty()) {
            run.finish();
            return;
        }
        Plan now;
        try {
            now = recheck.now(open, settings.scope());
        } catch (DpshException e) {
            stop(number, e);
            throw e;
        }
        run.carryOut(now, open, resumed);
    }

    /** The run did not end; what stopped it is what the operator is told, not that the journal could not say so. */
    private void stop(long number, DpshException why) {
        try {
            log.end(number, RunState.INTERRUPTED);
        } catch (DpshException.LedgerUnavailable e) {
            why.addSuppressed(e);
        }
    }

    /**
     * For a session that shows requests in place of sending them: the requests of the plan, one after the other, in the order in
     * which an item needs them. Nothing is journaled.
     */
    public void show(Plan plan, RunSettings settings) {
        if (settings.grant()) {
            for (GrantNeed grant : plan.grants()) {
                String principal = principal(grant.vault());
                if (principal != null) {
                    service.operations().assign(grant.vault(), grant.need(), principal);
                }
            }
        }
        for (PlanItem item : plan.items()) {
            if (item.verdict() == PlanItem.Verdict.PROTECT) {
                if (item.standing() == null) {
                    service.operations().validate(item.vault(), item.draft());
                }
                service.operations().create(item.vault(), item.draft());
            }
        }
    }

    private @Nullable String principal(ResourceId vault) {
        Vault found = service.backup().vault(vault);
        return found == null ? null : found.principalId();
    }

    /**
     * The run of this number.
     *
     * @throws DpshException.Usage when this world has none
     */
    public RunRow find(long number) {
        RunRow run = log.find(number);
        if (run == null || !run.world().equals(world)) {
            throw new DpshException.Usage(
                    "there is no run " + number,
                    run == null ? null : "it belongs to " + run.world(),
                    "`runs list` shows the numbers");
        }
        return run;
    }

    /** Newest first. */
    public List<RunRow> list(int limit) {
        return log.list(world, limit);
    }

    /** How many items of a run are in each state. */
    public RunCounts counts(long number) {
        return new RunCounts(log.counts(number));
    }

    /** The items of a run in these states, or all when none is named. */
    public List<RunItem> items(long number, Set<ItemState> states) {
        return new ArrayList<>(states.isEmpty() ? log.items(number) : log.items(number, states));
    }
}
