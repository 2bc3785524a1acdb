package dpsh.store;

import dpsh.arm.DpshException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The journal of runs. What a method wrote is on the disk when it returns; every method throws
 * {@link DpshException.LedgerUnavailable} when the database cannot do it.
 */
public final class RunLog {
    private static final int PAGE = 500;

    private final LocalDatabase database;
    private final Clock clock;
    private final Owner self = Owner.current();

    /** @param clock the wall clock */
    public RunLog(LocalDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Writes a run and its items down before anything is sent. The run belongs to this process.
     *
     * @return its number
     */
    public long begin(NewRun run, List<RunItem> items) {
        return database.write(sql -> {
            long number = sql.number(
                    """
                    INSERT INTO runs (world, title, plan, grants, role_scope, item_deadline, state, created_at, owner_pid, owner_started)
                    VALUES (?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?) RETURNING number""",
                    run.world(),
                    run.title(),
                    run.plan(),
                    run.grant() ? 1 : 0,
                    run.scope(),
                    run.itemDeadline().toSeconds(),
                    clock.millis(),
                    self.pid(),
                    started());
            List<@Nullable Object[]> rows =
                    items.stream().map(item -> RunRows.values(number, item)).toList();
            sql.updateEach(RunRows.INSERT, rows);
            return number;
        });
    }

    /**
     * Makes a run this process's own, to go on with it.
     *
     * @throws DpshException.Refused when a process that lives works on it
     */
    public void claim(long number) {
        boolean taken = database.write(sql -> {
            RunRow run = sql.query(RunRows::run, "SELECT * FROM runs WHERE number = ?", number).stream()
                    .findFirst()
                    .orElse(null);
            if (run == null || run.isWorkedOn() && !run.owner().equals(self)) {
                return false;
            }
            return sql.update(
                            "UPDATE runs SET state = 'RUNNING', ended_at = NULL, owner_pid = ?, owner_started = ? WHERE number = ?",
                            self.pid(),
                            started(),
                            number)
                    > 0;
        });
        if (!taken) {
            throw new DpshException.Refused(
                    "run " + number + " is being worked on",
                    "another dpsh does it just now",
                    "`runs show " + number + "` shows how far it is");
        }
    }

    /** The run stops here; with {@link RunState#DONE} for good. */
    public void end(long number, RunState state) {
        database.write(sql -> sql.update(
                "UPDATE runs SET state = ?, ended_at = ? WHERE number = ?", state.name(), clock.millis(), number));
    }

    /** Writes down where these items stand now. */
    public void record(long number, Collection<RunItem> items) {
        if (items.isEmpty()) {
            return;
        }
        List<@Nullable Object[]> rows =
                items.stream().map(item -> RunRows.changes(number, item)).toList();
        database.write(sql -> {
            sql.updateEach(RunRows.UPDATE, rows);
            return rows.size();
        });
    }

    /** The run of this number, or null. */
    public @Nullable RunRow find(long number) {
        List<RunRow> found =
                database.read(List.of(), sql -> sql.query(RunRows::run, "SELECT * FROM runs WHERE number = ?", number));
        return found.isEmpty() ? null : found.get(0);
    }

    /** A world's runs, newest first. */
    public List<RunRow> list(String world, int limit) {
        return database.read(
                List.of(),
                sql -> sql.query(
                        RunRows::run, "SELECT * FROM runs WHERE world = ? ORDER BY number DESC LIMIT ?", world, limit));
    }

    /** How many items of a run are in each state; states without any are missing. */
    public Map<ItemState, Integer> counts(long number) {
        Map<ItemState, Integer> counts = new EnumMap<>(ItemState.class);
        database.read(
                        List.<Map.Entry<ItemState, Integer>>of(),
                        sql -> sql.query(
                                row -> Map.entry(ItemState.valueOf(row.getString(1)), row.getInt(2)),
                                "SELECT state, count(*) FROM run_items WHERE run = ? GROUP BY state",
                                number))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** The items of a run in these states, in their order. */
    public List<RunItem> items(long number, Set<ItemState> states) {
        List<RunItem> found = new ArrayList<>();
        int after = 0;
        while (true) {
            int from = after;
            List<RunItem> page = database.read(
                    List.of(),
                    sql -> sql.query(
                            RunRows::item,
                            "SELECT * FROM run_items WHERE run = ? AND number > ? ORDER BY number LIMIT " + PAGE,
                            number,
                            from));
            page.stream().filter(item -> states.contains(item.state())).forEach(found::add);
            if (page.size() < PAGE) {
                return List.copyOf(found);
            }
            after = page.get(page.size() - 1).number();
        }
    }

    /** All items of a run, in their order. */
    public List<RunItem> items(long number) {
        return items(number, Set.of(ItemState.values()));
    }

    private @Nullable Long started() {
        return self.started() == null ? null : self.started().toEpochMilli();
    }
}
