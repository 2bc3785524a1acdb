package dpsh.store;

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

    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    private final String world;
    private final @Nullable String kind;

    /** @param kind only IDs of this kind; null means all */
    IdSegments(String world, @Nullable String kind) {
        this.world = world;
        this.kind = kind;
    }

    /**
     * Adds at most so many ways.
     *
     * @param prefix folded
     * @param found the ways in their own spelling, by their folded form
     */
    void collect(Sql sql, String prefix, int limit, Map<String, String> found) throws SQLException {
        String from = prefix;
        for (int i = 0; i < limit; i++) {
            Id next = next(sql, from, prefix + LAST);
            if (next == null) {
                return;
            }
            int slash = next.folded().indexOf('/', prefix.length());
            if (slash < 0) {
                found.putIfAbsent(next.folded(), next.spelling());
                from = next.folded() + BEHIND_ID;
            } else {
                String way = next.folded().substring(0, slash + 1);
                found.putIfAbsent(way, next.upToSlash(slashesIn(way)));
                from = next.folded().substring(0, slash) + BEHIND_SLASH;
            }
        }
    }

    private @Nullable Id next(Sql sql, String from, String end) throws SQLException {
        String select = "SELECT id_key, id FROM resources WHERE world = ? AND id_key >= ? AND id_key < ?";
        String first = " ORDER BY id_key LIMIT 1";
        List<Id> ids = kind == null
                ? sql.query(row -> new Id(row.getString(1), row.getString(2)), select + first, world, from, end)
                : sql.query(
                        row -> new Id(row.getString(1), row.getString(2)),
                        select + " AND kind = ?" + first,
                        world,
                        from,
                        end,
                        kind);
        return ids.isEmpty() ? null : ids.get(0);
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
