package dpsh.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ways on from a prefix of an ID, one segment further. Each way costs one look into an index, however many IDs lie
 * behind it: the next look starts behind all of them.
 */
final class IdSegments {
    /** The character after the slash: behind everything that begins with a way and its slash. */
    private static final String BEHIND_SLASH = "0";
    /** Behind an ID itself, before every longer one: no ID has control characters. */
    private static final String BEHIND_ID = "\u0001";

    private static final String SELECT = "SELECT id_key, id FROM resources";
    private static final String RANGE = " AND id_key >= ? AND id_key < ? ORDER BY id_key ";
    private static final String FIRST = "LIMIT ?";
    private static final String GREATEST = "DESC LIMIT ?";
    private static final int LAST_SEGMENTS = 64;

    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    private final String world;
    private final @Nullable String kind;

    /** @param kind only IDs of this kind; null means all */
    IdSegments(String world, @Nullable String kind) {
        this.world = world;
        this.kind = kind;
    }

    /**
     * Adds about so many ways, and where there are more, the very last.
     *
     * @param prefix folded
     * @param found the ways in their own spelling, by their folded form
     */
    void collect(Sql sql, String prefix, int limit, Map<String, String> found) throws SQLException {
        String from = prefix;
        int portion = 1;
        int added = 0;
        while (added < limit) {
            List<Id> ids = ids(sql, from, prefix + LAST, FIRST, portion);
            if (ids.isEmpty()) {
                return;
            }
            for (Id id : ids) {
                added++;
                int slash = add(id, prefix, found);
                if (slash >= 0) {
                    from = id.folded().substring(0, slash) + BEHIND_SLASH;
                    portion = 1;
                    break;
                }
                from = id.folded() + BEHIND_ID;
                portion = LAST_SEGMENTS; // where one ID ends here, its siblings mostly do
            }
        }
        for (Id last : ids(sql, from, prefix + LAST, GREATEST, 1)) {
            add(last, prefix, found);
        }
    }

    /** Returns where the way's slash is, -1 when the ID ends in this segment. */
    private static int add(Id id, String prefix, Map<String, String> found) {
        int slash = id.folded().indexOf('/', prefix.length());
        if (slash < 0) {
            found.putIfAbsent(id.folded(), id.spelling());
        } else {
            String way = id.folded().substring(0, slash + 1);
            found.putIfAbsent(way, id.upToSlash(slashesIn(way)));
        }
        return slash;
    }

    private List<Id> ids(Sql sql, String from, String end, String which, int count) throws SQLException {
        // The index is named, as the planner may prefer the one without the kind and walk past all others.
        return kind == null
                ? sql.query(IdSegments::id, SELECT + " WHERE world = ?" + RANGE + which, world, from, end, count)
                : sql.query(
                        IdSegments::id,
                        SELECT + " INDEXED BY resources_by_kind_and_id WHERE world = ? AND kind = ?" + RANGE + which,
                        world,
                        kind,
                        from,
                        end,
                        count);
    }

    private static Id id(ResultSet row) throws SQLException {
        return new Id(row.getString(1), row.getString(2));
    }

    private static int slashesIn(String text) {
        return (int) text.chars().filter(c -> c == '/').count();
    }

    private record Id(String folded, String spelling) {
        /** Counted in slashes, as folding may change the length of a name. */
        String upToSlash(int count) {
            int at = -1;
            for (int i = 0; i < count; i++) {
                at = spelling.indexOf('/', at + 1);
            }
            return spelling.substring(0, at + 1);
        }
    }
}
