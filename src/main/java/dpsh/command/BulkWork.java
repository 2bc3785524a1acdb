package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.bulk.BulkRuns;
import dpsh.bulk.Planner;
import dpsh.bulk.RoleScope;
import dpsh.bulk.RunCounts;
import dpsh.bulk.RunProgress;
import dpsh.bulk.RunSettings;
import dpsh.bulk.RunStanding;
import dpsh.client.Service;
import dpsh.session.Sightings;
import dpsh.store.ItemState;
import dpsh.store.RunItem;
import dpsh.store.RunRow;
import dpsh.view.ExitCode;
import dpsh.view.Format;
import dpsh.view.LiveBlock;
import dpsh.view.RunItemView;
import dpsh.view.RunProgressView;
import dpsh.view.RunView;
import dpsh.view.Tone;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the commands about runs share: the runs themselves, the live block while one works, and what is said at its end. */
final class BulkWork {
    /** Every state in which an item asks for attention. */
    static final Set<ItemState> WORTH_TELLING = EnumSet.of(ItemState.BLOCKED, ItemState.FAILED, ItemState.UNKNOWN);

    private static final Set<ItemState> PROTECTED = EnumSet.of(ItemState.PROTECTED, ItemState.UNCHANGED);

    private final Desk desk;

    BulkWork(Desk desk) {
        this.desk = desk;
    }

    /** The runs of the session's service. */
    BulkRuns runs() {
        Service service = desk.service();
        return new BulkRuns(
                service.bulk(), service.runs(), new Planner(service, Clock.systemUTC())::recheck, service.world());
    }

    /** How a run is carried out, with the session's deadlines. */
    RunSettings settings(boolean grant, RoleScope scope) {
        return new RunSettings(grant, scope, desk.operationDeadline(), desk.grantDeadline());
    }

    /** The settings that a run was begun with; {@code grant} adds the leave to assign roles. */
    RunSettings settings(RunRow run, boolean grant) {
        return settings(run.grant() || grant, RoleScope.valueOf(run.scope().toUpperCase(Locale.ROOT)));
    }

    /** The run that was named, or the newest. */
    RunRow run(@Nullable Long number) {
        if (number != null) {
            return runs().find(number);
        }
        List<RunRow> newest = runs().list(1);
        if (newest.isEmpty()) {
            throw new DpshException.Usage(
                    "there is no run yet", null, "`plan disks ... --save plan.json`, then `apply plan.json`");
        }
        return newest.get(0);
    }

    /** A run and how its items stand. */
    RunStanding standing(RunRow run) {
        return new RunStanding(run, runs().counts(run.number()));
    }

    /** Something that a run does while it is watched. */
    @FunctionalInterface
    interface Work {
        RunRow watchedBy(Consumer<RunProgress> watcher);
    }

    /** Carries out a run under a live block, then prints what did not go well; for programs, all of it. */
    ExitCode carryOut(Work work) {
        RunRow ended;
        try (LiveBlock block = desk.screen().live()) {
            ended = work.watchedBy(progress -> block.show(new RunProgressView(progress)));
            block.erase();
        }
        return tell(ended);
    }

    /**
     * How a run ended, and its exit code.
     *
     * <pre>
     * run 3: 198 protected, 1 unchanged, 1 failed
     * </pre>
     */
    private ExitCode tell(RunRow run) {
        RunCounts counts = runs().counts(run.number());
        boolean good = counts.notProtected() == 0;
        desk.remember(runs().items(run.number(), PROTECTED).stream()
                .map(Sightings::of)
                .toList());
        desk.note("run " + run.number() + ": " + RunView.words(counts), good ? Tone.GOOD : Tone.WARNING);
        boolean whole = desk.format() != Format.TABLE;
        List<RunItem> items = runs().items(run.number(), whole ? Set.of() : WORTH_TELLING);
        if (whole || !items.isEmpty()) {
            desk.show(new RunItemView().listing(items));
        }
        return exitCode(counts);
    }

    /** All protected is done; some is partly; none is failed. */
    static ExitCode exitCode(RunCounts counts) {
        if (counts.good() == counts.total()) {
            return ExitCode.DONE;
        }
        return counts.good() > 0 ? ExitCode.PARTLY : ExitCode.FAILED;
    }
}
