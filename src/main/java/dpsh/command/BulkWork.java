package dpsh.command;

import dpsh.bulk.BulkRuns;
import dpsh.bulk.Planner;
import dpsh.bulk.RoleScope;
import dpsh.bulk.RunProgress;
import dpsh.bulk.RunSettings;
import dpsh.client.Service;
import dpsh.store.ItemState;
import dpsh.store.RunItem;
import dpsh.store.RunRow;
import dpsh.view.ExitCode;
import dpsh.view.RunItemView;
import dpsh.view.RunProgressView;
import dpsh.view.RunView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the commands about runs share: the runs themselves, the live block while one works, and what is said at its end. */
final class BulkWork {
    /** Every state in which an item asks for attention. */
    static final Set<ItemState> WORTH_TELLING = EnumSet.of(ItemState.BLOCKED, ItemState.FAILED, ItemState.UNKNOWN);

    private final Desk desk;

    BulkWork(Desk desk) {
        this.desk = desk;
    }

    /** The runs of the session's service. */
    BulkRuns runs() {
        Service service = desk.service();
        return new BulkRuns(
                service.bulk(), service.runs(), new Planner(service, service.world(), service.wallClock())::recheck, service.world());
    }

    /** How a run is carried out, with the session's deadlines. */
    RunSettings settings(boolean grant, RoleScope scope) {
        return new RunSettings(grant, scope, desk.operationDeadline(), desk.grantDeadline());
    }

    /** The settings that a run was begun with; {@code grant} adds the leave to assign roles. */
    RunSettings settings(RunRow run, boolean grant) {
        return settings(run.grant() || grant, RoleScope.valueOf(run.scope().toUpperCase(java.util.Locale.ROOT)));
    }

    /** The run that was named, or the newest. */
    RunRow run(@Nullable Long number) {
        if (number != null) {
            return runs().find(number);
        }
        List<RunRow> newest = runs().list(1);
        if (newest.isEmpty()) {
            throw new dpsh.arm.DpshException.Usage(
                    "there is no run yet", null, "`plan disks ... --save plan.json`, then `apply plan.json`");
        }
        return newest.get(0);
    }

    /** Something that a run does while it is watched. */
    @FunctionalInterface
    interface Work {
        RunRow watchedBy(Consumer<RunProgress> watcher);
    }

    /**
     * Carries out a run under a live block, then prints what did not go well; in JSON, all of it.
     *
     * <pre>
     * run 3: 198 protected, 1 unchanged, 1 failed
     * </pre>
     */
    ExitCode carryOut(Work work) {
        RunRow ended;
        RunProgressView view = new RunProgressView();
        try (LiveBlock block = desk.screen().live()) {
            ended = work.watchedBy(progress -> block.show(width -> view.lines(progress, width)));
        }
        return tell(ended);
    }

    /** How a run stands, and its exit code. */
    ExitCode tell(RunRow run) {
        BulkRuns runs = runs();
        Map<ItemState, Integer> counts = runs.counts(run.number());
        desk.say(RunView.sentence(run, counts));
        List<RunItem> items = desk.format().structured()
                ? runs.items(run.number(), Set.of())
                : runs.items(run.number(), WORTH_TELLING);
        if (!items.isEmpty()) {
            desk.show(new RunItemView().listing(items));
        }
        return exitCode(counts);
    }

    /** Everything protected is done; a mixture partly; nothing protected failed. Items that have not ended count as not done. */
    static ExitCode exitCode(Map<ItemState, Integer> counts) {
        List<ExitCode> codes = new ArrayList<>();
        counts.forEach((state, count) -> codes.add(
                state.good() ? ExitCode.DONE : state == ItemState.UNKNOWN ? ExitCode.TIMED_OUT : ExitCode.FAILED));
        return ExitCode.of(codes);
    }
}
