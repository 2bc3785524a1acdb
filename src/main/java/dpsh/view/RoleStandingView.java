package dpsh.view;

import dpsh.backup.RoleAssignment;
import dpsh.backup.RoleStanding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which needed roles the vault's identity holds, and through which scope. As JSON:
 * {@code {"role":…,"roleDefinition":…,"scope":…,"held":…,"through":…,"assignment":…}}, the last two null when it is missing.
 */
public final class RoleStandingView implements View<RoleStanding> {
    private static final Noun NOUN = Noun.of("needed role");
    public static final List<Column> COLUMNS =
            List.of(Column.of("role"), Column.of("scope"), Column.whole("standing"), Column.of("through"));

    @Override
    public Listing listing(List<RoleStanding> standings) {
        return new Listing(
                NOUN,
                COLUMNS,
                standings.stream()
                        .map(standing -> new Listing.Row(
                                List.of(
                                        Cell.of(standing.need().role().label()),
                                        Cell.of(new ScopeName(standing.need().scope()).words()),
                                        held(standing),
                                        through(standing)),
                                raw(standing)))
                        .toList(),
                null);
    }

    @Override
    public Detail detail(RoleStanding standing) {
        RoleAssignment held = standing.held();
        return Detail.of(
                List.of(
                        Detail.Field.of("role", standing.need().role().label()),
                        Detail.Field.of(
                                "definition", standing.need().role().id().toString()),
                        Detail.Field.of("scope", standing.need().scope().toString()),
                        Detail.Field.of("standing", held(standing)),
                        Detail.Field.of(
                                "through", held == null ? null : held.scope().toString()),
                        Detail.Field.of(
                                "assignment", held == null ? null : held.id().toString())),
                raw(standing));
    }

    private static Cell held(RoleStanding standing) {
        return standing.isMissing() ? Cell.of("missing", Tone.BAD) : Cell.of("held", Tone.GOOD);
    }

    /** Where it is inherited from, "itself" when it stands at the very scope. */
    private static Cell through(RoleStanding standing) {
        RoleAssignment held = standing.held();
        if (held == null) {
            return Cell.NONE;
        }
        return held.scope().equals(standing.need().scope())
                ? Cell.of("itself")
                : Cell.of(new ScopeName(held.scope()).words());
    }

    private static String raw(RoleStanding standing) {
        RoleAssignment held = standing.held();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("role", standing.need().role().label());
        members.put("roleDefinition", standing.need().role().id());
        members.put("scope", standing.need().scope());
        members.put("held", held != null);
        members.put("through", held == null ? null : held.scope());
        members.put("assignment", held == null ? null : held.id());
        return JsonText.of(members);
    }
}
