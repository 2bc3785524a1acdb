package dpsh.store;

import dpsh.arm.DpshException;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The index of what was listed or seen, for completion and for looking names up. It never asks the service, and what it
 * says may be out of date.
 *
 * <p>The {@code complete...} methods serve the Tab key: where the database cannot be read they know nothing, and do not
 * fail. All others throw {@link DpshException.LedgerUnavailable}.
 */
public final class KnownResources {
    /** Above every text that begins with the prefix it is put behind: the last code point. */
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    /** Rows written in one transaction: some tens of milliseconds. */
    private static final int PORTION = 2_000;

    private final LocalDatabase database;
    private final FragmentIndex fragments;

    public KnownResources(LocalDatabase database) {
        this.database = database;
        this.fragments = new FragmentIndex(database);
    }

    /** How complete and how old it is. */
    public IndexState state() {
        return new IndexState(database);
    }

    /**
     * Keeps these, in portions: each all or nothing, and small enough for the ledger of another shell to get its turn
     * between them. What may be null and is leaves what was known; all else is replaced.
     */
    public void remember(String world, List<KnownResource> seen) {
        for (int from = 0; from < seen.size(); from += PORTION) {
            List<KnownResource> portion = seen.subList(from, Math.min(from + PORTION, seen.size()));
            database.write(sql -> {
                sql.updateEach(
                        """
                        INSERT INTO resources
                          (world, id_key, id, kind, name, name_key, location, note, standing, fits, seen_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (world, id_key) DO UPDATE SET id = excluded.id, kind = excluded.kind,
                          name = excluded.name, name_key = excluded.name_key,
                          location = coalesce(excluded.location, location), note = coalesce(excluded.note, note),
                          standing = coalesce(excluded.standing, standing), fits = coalesce(excluded.fits, fits),
                          seen_at = excluded.seen_at\
                        """,
                        () -> portion.stream().map(one -> values(world, one)).iterator());
                return portion.size();
            });
        }
    }

    private static @Nullable Object[] values(String world, KnownResource one) {
        Location location = one.location();
        return new @Nullable Object[] {
            world,
            one.id().folded(),
            one.id().toString(),
            one.kind(),
            one.name(),
            fold(one.name()),
            location == null ? null : location.spelling(),
            one.note(),
            one.standing(),
            one.fits(),
            one.seenAt().toEpochMilli()
        };
    }

    /** Says how these are protected, as far as they are known. */
    public void stand(String world, Collection<ResourceId> those, String standing) {
        if (!those.isEmpty()) {
            database.write(sql -> {
                sql.updateEach(
                        "UPDATE resources SET standing = ? WHERE world = ? AND id_key = ? AND standing IS NOT ?",
                        () -> those.stream()
                                .map(id -> new @Nullable Object[] {standing, world, id.folded(), standing})
                                .iterator());
                return those.size();
            });
        }
    }

    /** Forgets it, and nothing below it; unknown is fine. */
    public void forget(String world, ResourceId id) {
        database.write(sql -> {
            int gone = sql.update("DELETE FROM resources WHERE world = ? AND id_key = ?", world, id.folded());
            return gone == 0 ? 0 : IndexState.removed(sql, world);
        });
    }

    /** The resource of this ID, or null. */
    public @Nullable KnownResource find(String world, ResourceId id) {
        List<KnownResource> found = database.read(
                List.of(),
                sql -> sql.query(
                        KnownResources::read,
                        "SELECT * FROM resources WHERE world = ? AND id_key = ?",
                        world,
                        id.folded()));
        return found.isEmpty() ? null : found.get(0);
    }

    /** All of this name, without regard to case, by ID. */
    public List<KnownResource> named(String world, String name, Collection<String> kinds) {
        return database.read(List.of(), sql -> sql
                .query(
                        KnownResources::read,
                        "SELECT * FROM resources WHERE world = ? AND name_key = ? ORDER BY id_key",
                        world,
                        fold(name))
                .stream()
                .filter(one -> kinds.isEmpty() || kinds.contains(one.kind()))
                .toList());
    }

    /**
     * Those whose name begins so, without regard to case, by name.
     *
     * @param kinds only these; none means all
     * @param limit where there are more, the first of them and the very last: what these begin with, all begin with
     */
    public List<KnownResource> completeNames(String world, String prefix, Collection<String> kinds, int limit) {
        return orNothing(() -> range(
                new Range(world, "name_key", "resources_by_kind_and_name", fold(prefix), limit),
                kinds,
                Comparator.comparing(one -> fold(one.name()))));
    }

    /**
     * Those whose name has this in it, without regard to case: first those where a word of the name begins with it.
     *
     * @param fragment not empty
     * @param kinds at least one
     * @param limit where there are more, any of them
     */
    public List<KnownResource> completeFragments(String world, String fragment, Collection<String> kinds, int limit) {
        return orNothing(() -> fragments.find(world, fold(fragment), kinds, limit));
    }

    /** Brings what fragments of these kinds are looked for in up to date, so that Tab need not. */
    public void warm(String world, Collection<String> kinds) {
        orNothing(() -> {
            fragments.warm(world, kinds);
            return List.of();
        });
    }

    /** The bytes of memory that names are kept in to look for fragments. */
    public long fragmentBytes() {
        return fragments.bytes();
    }

    /**
     * Those whose ID begins so, without regard to case, by ID.
     *
     * @param kinds only these; none means all
     * @param limit as for names
     */
    public List<KnownResource> completeIds(String world, String prefix, Collection<String> kinds, int limit) {
        return orNothing(() -> range(
                new Range(world, "id_key", "resources_by_kind_and_id", fold(prefix), limit),
                kinds,
                Comparator.comparing(KnownResource::id)));
    }

    /**
     * The beginnings of IDs, from their first slash to the next one after the prefix: each once, in the spelling of the
     * first ID that has it, with a trailing slash where more follows. The cost grows with the answer,
     * not with the number of resources below it.
     *
     * @param kinds only ways that lead to these; none means all
     * @param limit as for names
     */
    public List<String> completeSegments(String world, String prefix, Collection<String> kinds, int limit) {
        return orNothing(() -> database.read(List.of(), sql -> {
            List<IdSegments> ways = kinds.isEmpty()
                    ? List.of(new IdSegments(world, null))
                    : kinds.stream().map(kind -> new IdSegments(world, kind)).toList();
            Map<String, String> found = new TreeMap<>();
            for (IdSegments way : ways) {
                way.collect(sql, fold(prefix), limit, found);
            }
            return ends(List.copyOf(found.values()), limit);
        }));
    }

    /** For each spelling of a region one of the resources in it. The cost grows with the regions, not with the resources. */
    public List<KnownResource> completeRegions(String world) {
        return orNothing(
                () -> database.read(List.of(), sql -> sql.query(KnownResources::read, """
                        WITH RECURSIVE regions (region) AS (
                          SELECT min(location) FROM resources WHERE world = ?
                          UNION ALL
                          SELECT (SELECT min(location) FROM resources WHERE world = ? AND location > region)
                            FROM regions WHERE region IS NOT NULL)
                        SELECT resources.* FROM regions JOIN resources ON resources.rowid =
                          (SELECT rowid FROM resources WHERE world = ? AND location = region LIMIT 1)\
                        """, world, world, world)));
    }

    /**
     * @param column the folded one that the prefix is about
     * @param index the one that has it behind the kind; named, as the planner may prefer the one without the kind
     */
    private record Range(String world, String column, String index, String prefix, int limit) {}

    private List<KnownResource> range(Range range, Collection<String> kinds, Comparator<KnownResource> order) {
        return database.read(List.of(), sql -> {
            if (kinds.isEmpty()) {
                return range(sql, range, " WHERE world = ? AND ", range.world());
            }
            List<KnownResource> found = new ArrayList<>();
            String ofKind = " INDEXED BY " + range.index() + " WHERE world = ? AND kind = ? AND ";
            for (String kind : kinds) {
                found.addAll(range(sql, range, ofKind, range.world(), kind));
            }
            return ends(found.stream().sorted(order).toList(), range.limit());
        });
    }

    private static List<KnownResource> range(Sql sql, Range range, String where, @Nullable Object... which)
            throws SQLException {
        String column = range.column();
        String select = "SELECT * FROM resources" + where + column + " >= ? AND " + column + " < ? ORDER BY " + column;
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(which));
        values.addAll(List.of(range.prefix(), range.prefix() + LAST, range.limit()));
        List<KnownResource> found = sql.query(KnownResources::read, select + " LIMIT ?", values.toArray());
        if (found.size() < range.limit()) {
            return found;
        }
        values.set(values.size() - 1, 1);
        List<KnownResource> all = new ArrayList<>(found.subList(0, range.limit() - 1));
        all.addAll(sql.query(KnownResources::read, select + " DESC LIMIT ?", values.toArray()));
        return all;
    }

    /** At most so many: the first, and the very last. */
    private static <T> List<T> ends(List<T> all, int limit) {
        if (all.size() <= limit) {
            return all;
        }
        List<T> ends = new ArrayList<>(all.subList(0, limit - 1));
        ends.add(all.get(all.size() - 1));
        return ends;
    }

    private static <T> List<T> orNothing(Supplier<List<T>> completion) {
        try {
            return List.copyOf(completion.get());
        } catch (DpshException.LedgerUnavailable e) {
            return List.of(); // as the class says: the Tab key has nobody to tell
        }
    }

    static KnownResource read(ResultSet row) throws SQLException {
        String location = row.getString("location");
        try {
            return new KnownResource(
                    ResourceId.parse(row.getString("id")),
                    row.getString("kind"),
                    row.getString("name"),
                    location == null ? null : new Location(location),
                    row.getString("note"),
                    row.getString("standing"),
                    row.getString("fits"),
                    Instant.ofEpochMilli(row.getLong("seen_at")));
        } catch (DpshException.Usage e) {
            throw new SQLException("a known resource is unreadable: " + e.getMessage(), e);
        }
    }

    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
