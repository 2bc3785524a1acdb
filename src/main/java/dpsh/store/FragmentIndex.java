package dpsh.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The names of what is known, in memory, by kind; read when a fragment is first looked for, and brought up to date before
 * each look: what was added is added, after a removal all is read anew. Thread safe.
 */
final class FragmentIndex {
    /** Rows read at once: nobody waits longer for the database than for these. */
    private static final int PORTION = 5_000;

    private final LocalDatabase database;
    private final Map<Key, Kept> kept = new HashMap<>();

    FragmentIndex(LocalDatabase database) {
        this.database = database;
    }

    private record Key(String world, String kind) {}

    /**
     * @param newest the highest row of the table when it was read
     * @param removals how often something had been removed then
     */
    private record Stamp(long newest, long removals) {}

    private record Kept(NameTable names, Stamp stamp) {}

    private record Name(String key, long row) {}

    /**
     * Those of these kinds whose names hold the fragment, in the order of {@link NameTable#find}.
     *
     * @param fragment folded, not empty
     */
    synchronized List<KnownResource> find(String world, String fragment, Collection<String> kinds, int limit) {
        List<KnownResource> found = new ArrayList<>();
        for (String kind : kinds) {
            List<Long> rows = upToDate(new Key(world, kind)).find(fragment, limit);
            // A removal and an addition may have given a row to another one meanwhile.
            atRows(rows.subList(0, Math.min(rows.size(), limit - found.size()))).stream()
                    .filter(one -> one.kind().equals(kind)
                            && KnownResources.fold(one.name()).contains(fragment))
                    .forEach(found::add);
        }
        return found;
    }

    /** Those of these rows that are there, in the order of the rows. */
    private List<KnownResource> atRows(List<Long> rows) {
        String numbers = rows.stream().map(String::valueOf).collect(Collectors.joining(","));
        Map<Long, KnownResource> byRow = new HashMap<>();
        database.read(
                        List.<Map.Entry<Long, KnownResource>>of(),
                        sql -> sql.query(
                                row -> Map.entry(row.getLong("row"), KnownResources.read(row)),
                                "SELECT rowid AS row, * FROM resources WHERE rowid IN (" + numbers + ")"))
                .forEach(entry -> byRow.put(entry.getKey(), entry.getValue()));
        return rows.stream().map(byRow::get).filter(Objects::nonNull).toList();
    }

    /** Reads the names of these kinds, or brings them up to date. */
    synchronized void warm(String world, Collection<String> kinds) {
        kinds.forEach(kind -> upToDate(new Key(world, kind)));
    }

    /** The bytes that the names take. */
    synchronized long bytes() {
        return kept.values().stream().mapToLong(one -> one.names().bytes()).sum();
    }

    private NameTable upToDate(Key key) {
        Stamp now = database.read(new Stamp(0, 0), sql -> stamp(sql, key.world()));
        Kept known = kept.get(key);
        if (known != null && known.stamp().equals(now)) {
            return known.names();
        }
        boolean grown = known != null && known.stamp().removals() == now.removals();
        NameTable names = grown ? known.names() : new NameTable();
        if (grown) {
            add(names, key, known.stamp().newest());
        } else {
            addAll(names, key);
        }
        kept.put(key, new Kept(names, now));
        return names;
    }

    private static Stamp stamp(Sql sql, String world) throws SQLException {
        return new Stamp(
                sql.number("SELECT coalesce(max(rowid), 0) FROM resources"),
                sql.number("SELECT coalesce((SELECT removals FROM known_worlds WHERE world = ?), 0)", world));
    }

    private void addAll(NameTable names, Key key) {
        Name last = new Name("", 0);
        List<Name> portion;
        do {
            Name from = last;
            portion = database.read(
                    List.of(),
                    sql -> sql.query(
                            row -> new Name(row.getString(1), row.getLong(2)),
                            """
                                SELECT name_key, rowid FROM resources INDEXED BY resources_by_kind_and_name
                                WHERE world = ? AND kind = ? AND (name_key, rowid) > (?, ?)
                                ORDER BY name_key, rowid LIMIT\s\
                                """ + PORTION,
                            key.world(),
                            key.kind(),
                            from.key(),
                            from.row()));
            portion.forEach(name -> names.add(name.key(), name.row()));
            last = portion.isEmpty() ? last : portion.get(portion.size() - 1);
        } while (portion.size() == PORTION);
    }

    private void add(NameTable names, Key key, long after) {
        database.read(
                        List.<Name>of(),
                        sql -> sql.query(
                                row -> new Name(row.getString(1), row.getLong(2)),
                                "SELECT name_key, rowid FROM resources NOT INDEXED WHERE rowid > ? AND world = ? AND"
                                        + " kind = ?",
                                after,
                                key.world(),
                                key.kind()))
                .forEach(name -> names.add(name.key(), name.row()));
    }
}
