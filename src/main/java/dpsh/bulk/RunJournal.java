package dpsh.bulk;

import dpsh.store.ItemState;
import dpsh.store.RunItem;
import dpsh.store.RunLog;
import dpsh.store.RunRow;
import dpsh.store.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run's part of the journal. Changes are gathered for a moment and written together: each request that changes something
 * is in the ledger before it leaves, so that a journal that lags behind loses nothing, and a run that goes on looks at the
 * ledger and the service first.
 */
final class RunJournal {
    private static final Duration GATHER = Duration.ofMillis(200);

    private final RunLog log;
    private final long run;
    private final Instant begun;
    private final Map<Integer, RunItem> changed = new LinkedHashMap<>();
    private final Map<ItemState, Integer> counts = new EnumMap<>(ItemState.class);
    private long writtenNanos = System.nanoTime();

    RunJournal(RunLog log, long run, Iterable<RunItem> items) {
        this.log = log;
        this.run = run;
        RunRow row = log.find(run);
        this.begun = row == null ? Instant.EPOCH : row.createdAt();
        items.forEach(item -> count(item.state(), 1));
    }

    /** The run's number. */
    long run() {
        return run;
    }

    /** When the run was begun, by the wall clock. */
    Instant begun() {
        return begun;
    }

    /** The items whose end is known, as written down. */
    List<RunItem> settled() {
        return log.items(
                run, EnumSet.of(ItemState.PROTECTED, ItemState.UNCHANGED, ItemState.BLOCKED, ItemState.FAILED));
    }

    /** An item stands elsewhere now. */
    void changed(RunItem before, RunItem now) {
        if (before.state() != now.state()) {
            count(before.state(), -1);
            count(now.state(), 1);
        }
        changed.put(now.number(), now);
    }

    /** How many items are in a state. */
    int count(ItemState state) {
        return counts.getOrDefault(state, 0);
    }

    /** How many have ended. */
    int ended() {
        int ended = 0;
        for (Map.Entry<ItemState, Integer> entry : counts.entrySet()) {
            ended += entry.getKey().ended() ? entry.getValue() : 0;
        }
        return ended;
    }

    /** How many there are. */
    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Writes what was gathered, when it was gathered for long enough. */
    void flushWhenDue() {
        if (!changed.isEmpty() && System.nanoTime() - writtenNanos >= GATHER.toNanos()) {
            flush();
        }
    }

    /** @throws dpsh.arm.DpshException.LedgerUnavailable when it cannot be written; nothing of it is lost then */
    void flush() {
        log.record(run, changed.values());
        changed.clear();
        writtenNanos = System.nanoTime();
    }

    /** The run stops here. */
    void end() {
        flush();
        log.end(run, ended() == total() ? RunState.DONE : RunState.INTERRUPTED);
    }

    private void count(ItemState state, int by) {
        counts.merge(state, by, Integer::sum);
    }
}
