package dpsh.view;

import dpsh.client.Covered;
import dpsh.client.Protector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is protected, what is not, and why. As JSON: {@code {"datasource":…,"kind":…,"location":…,"standing":…,"instance":…,
 * "vault":…,"policy":…,"state":…,"code":…,"message":…,"keptUntil":…}}; the standing is protected, pending, failing, stopped,
 * deleted, unprotected or other.
 */
public final class CoverageView implements View<Covered> {
    private static final Noun NOUN = Noun.of("datasource");
    public static final List<Column> COLUMNS = List.of(
            Column.of("datasource"),
            Column.whole("kind"),
            Column.extra("group"),
            Column.whole("standing"),
            Column.of("vault"),
            Column.of("policy"),
            Column.of("why"));

    @Override
    public Listing listing(List<Covered> all) {
        return new Listing(
                NOUN,
                COLUMNS,
                all.stream()
                        .map(one -> new Listing.Row(
                                List.of(
                                        Cell.of(one.datasource().name()),
                                        Cell.of(one.datasource().kind().word()),
                                        Cell.of(one.datasource().id().resourceGroup()),
                                        standing(one),
                                        Cell.of(
                                                one.protector() == null
                                                        ? null
                                                        : one.protector()
                                                                .vault()
                                                                .name()),
                                        policy(one.protector()),
                                        Cell.of(why(one))),
                                raw(one)))
                        .toList(),
                null);
    }

    @Override
    public Detail detail(Covered one) {
        Protector protector = one.protector();
        return Detail.of(
                List.of(
                        Detail.Field.of("datasource", one.datasource().name()),
                        Detail.Field.of("kind", one.datasource().kind().label()),
                        Detail.Field.of("standing", standing(one)),
                        Detail.Field.of("why", why(one)),
                        Detail.Field.of(
                                "vault",
                                protector == null ? null : protector.vault().name()),
                        Detail.Field.of("policy", policy(protector)),
                        Detail.Field.of(
                                "instance",
                                protector == null ? null : protector.instance().name()),
                        Detail.Field.of("id", one.datasource().id().toString())),
                raw(one));
    }

    private static Cell standing(Covered one) {
        Tone tone =
                switch (one.standing()) {
                    case PROTECTED -> Tone.GOOD;
                    case PENDING, STOPPED, OTHER, DELETED -> Tone.WARNING;
                    case FAILING, UNPROTECTED -> Tone.BAD;
                };
        return Cell.of(word(one), tone);
    }

    private static String word(Covered one) {
        return one.standing().name().toLowerCase(Locale.ROOT);
    }

    private static Cell policy(@Nullable Protector protector) {
        return Cell.of(
                protector == null || protector.policy() == null
                        ? null
                        : protector.policy().name());
    }

    private static String why(Covered one) {
        Protector protector = one.protector();
        if (protector == null) {
            return "no vault has an instance of it";
        }
        if (protector.error() != null) {
            return protector.state() + ": " + protector.error().code();
        }
        return protector.purge() == null
                ? protector.state().word()
                : "deleted, its data is kept until " + Times.absolute(protector.purge());
    }

    private static String raw(Covered one) {
        Protector protector = one.protector();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("datasource", one.datasource().id().toString());
        members.put("kind", one.datasource().kind().word());
        members.put("location", one.datasource().location().spelling());
        members.put("standing", word(one));
        members.put("instance", protector == null ? null : protector.instance().toString());
        members.put("vault", protector == null ? null : protector.vault().toString());
        members.put(
                "policy",
                protector == null || protector.policy() == null
                        ? null
                        : protector.policy().toString());
        members.put("state", protector == null ? null : protector.state().word());
        members.put(
                "code",
                protector == null || protector.error() == null
                        ? null
                        : protector.error().code());
        members.put(
                "message",
                protector == null || protector.error() == null
                        ? null
                        : protector.error().message());
        members.put(
                "keptUntil", protector == null || protector.purge() == null ? null : Times.absolute(protector.purge()));
        return JsonText.of(members);
    }
}
