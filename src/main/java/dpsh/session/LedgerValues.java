package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.backup.OperationKind;
import dpsh.store.OperationLog;
import dpsh.store.OperationRow;
import dpsh.store.RunLog;
import dpsh.store.RunRow;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Offers operations and runs by their numbers, from the local database: those that can still be waited for, then the newest. */
public final class LedgerValues implements KnownValues {
    private static final int MOST = 50;

    private final OperationLog operations;
    private final RunLog runs;
    private final String world;
    private final Clock clock;

    /** @param clock the wall clock */
    public LedgerValues(OperationLog operations, RunLog runs, String world, Clock clock) {
        this.operations = operations;
        this.runs = runs;
        this.world = world;
        this.clock = clock;
    }

    @Override
    public List<Known> candidates(String kind, String prefix) {
        return switch (kind) {
            case "operation" -> orNothing(() -> operations(prefix));
            case "run" -> orNothing(() -> runs(prefix));
            default -> List.of();
        };
    }

    private List<Known> operations(String prefix) {
        return operations.list(world, false, MOST).stream()
                .filter(row -> String.valueOf(row.number()).startsWith(prefix))
                .sorted(Comparator.comparing(row -> row.state().ended()))
                .map(row -> new Known(String.valueOf(row.number()), description(row), "operations", true))
                .toList();
    }

    private List<Known> runs(String prefix) {
        return runs.list(world, MOST).stream()
                .filter(row -> String.valueOf(row.number()).startsWith(prefix))
                .map(row -> new Known(String.valueOf(row.number()), description(row), "runs", true))
                .toList();
    }

    /** "back up disk-east-02, accepted, 3 min ago". */
    private String description(OperationRow row) {
        OperationKind kind = OperationKind.of(row.operation());
        String target = row.target() == null ? "" : " " + row.target().name();
        return (kind == null ? row.operation() : kind.label()) + target + ", "
                + row.state().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", "
                + Age.words(row.createdAt(), clock.instant());
    }

    private String description(RunRow row) {
        return row.title() + ", " + row.seenState().word() + ", " + Age.words(row.createdAt(), clock.instant());
    }

    private static List<Known> orNothing(Supplier<List<Known>> known) {
        try {
            return known.get();
        } catch (DpshException.LedgerUnavailable e) {
            return List.of(); // the Tab key has nobody to tell
        }
    }
}
