package dpsh.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How complete and how old the index of known resources is, for each world. Every method throws
 * {@link dpsh.arm.DpshException.LedgerUnavailable} when the database cannot do it.
 */
public final class IndexState {
    /** Rows looked at or removed at once: some milliseconds. */
    private static final int PORTION = 2_000;

    private final LocalDatabase database;

    public IndexState(LocalDatabase database) {
        this.database = database;
    }

    /**
     * The last time that all was listed.
     *
     * @param at when it ended, on the wall clock
     * @param source what was asked, in words
     * @param took how long it took, on the wall clock
     */
    public record Refreshed(Instant at, String source, Duration took) {}

    /** How many of a kind are known, and when the one that was not seen for longest was seen. */
    public record Census(String kind, int count, Instant oldest) {}

    /** All was listed. */
    public void refreshed(String world, Refreshed refresh) {
        database.write(sql -> sql.update(
                """
                INSERT INTO known_worlds (world, refreshed_at, source, took) VALUES (?, ?, ?, ?)
                ON CONFLICT (world) DO UPDATE SET refreshed_at = excluded.refreshed_at, source = excluded.source,
                  took = excluded.took\
                """,
                world,
                refresh.at().toEpochMilli(),
                refresh.source(),
                refresh.took().toMillis()));
    }

    /** When all was listed last; null when never. */
    public @Nullable Refreshed last(String world) {
        List<Refreshed> found = database.read(
                List.of(),
                sql -> sql.query(
                        row -> new Refreshed(
                                Instant.ofEpochMilli(row.getLong(1)),
                                row.getString(2),
                                Duration.ofMillis(row.getLong(3))),
                        """
                        SELECT refreshed_at, source, took FROM known_worlds
                        WHERE world = ? AND refreshed_at IS NOT NULL\
                        """,
                        world));
        return found.isEmpty() ? null : found.get(0);
    }

    /** What is known, by kind. Looks at every row. */
    public List<Census> census(String world) {
        return database.read(
                List.of(),
                sql -> sql.query(
                        row -> new Census(row.getString(1), row.getInt(2), Instant.ofEpochMilli(row.getLong(3))),
                        "SELECT kind, count(*), min(seen_at) FROM resources WHERE world = ? GROUP BY kind ORDER BY"
                                + " kind",
                        world));
    }

    /** Whether anything at all is known of this world. */
    public boolean isEmpty(String world) {
        return database.read(
                true, sql -> sql.number("SELECT EXISTS (SELECT 1 FROM resources WHERE world = ?)", world) == 0);
    }

    /**
     * Forgets what was not seen since, in portions.
     *
     * @return how many that were
     */
    public int forgetUnseen(String world, String kind, Instant since) {
        int gone = 0;
        Row last = new Row("", 0);
        List<Row> portion;
        do {
            String from = last.key();
            portion = database.read(
                    List.of(),
                    sql -> sql.query(
                            row -> new Row(row.getString(1), row.getLong(2)), """
                                SELECT id_key, seen_at FROM resources INDEXED BY resources_by_kind_and_id
                                WHERE world = ? AND kind = ? AND id_key > ? ORDER BY id_key LIMIT\s\
                                """ + PORTION, world, kind, from));
            List<Row> unseen = portion.stream()
                    .filter(row -> row.seenAt() < since.toEpochMilli())
                    .toList();
            gone += unseen.isEmpty() ? 0 : remove(world, unseen, since);
            last = portion.isEmpty() ? last : portion.get(portion.size() - 1);
        } while (portion.size() == PORTION);
        return gone;
    }

    private record Row(String key, long seenAt) {}

    private int remove(String world, List<Row> unseen, Instant since) {
        return database.write(sql -> {
            int gone = 0;
            for (Row row : unseen) {
                gone += sql.update(
                        "DELETE FROM resources WHERE world = ? AND id_key = ? AND seen_at < ?",
                        world,
                        row.key(),
                        since.toEpochMilli());
            }
            removed(sql, world);
            return gone;
        });
    }

    /** Notes that something was removed, for whoever keeps a copy; to be called within the same transaction. */
    static int removed(Sql sql, String world) throws SQLException {
        return sql.update(
                "INSERT INTO known_worlds (world, removals) VALUES (?, 1)"
                        + " ON CONFLICT (world) DO UPDATE SET removals = removals + 1",
                world);
    }
}
