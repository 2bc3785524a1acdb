package dpsh.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every resource ID. */
class ResourceIdLawsTest {
    private static Arbitrary<String> segment() {
        return Arbitraries.strings()
                .withChars("abcXYZ0189-_.()")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(s -> !s.equals(".") && !s.equals("..") && !s.equalsIgnoreCase("providers"));
    }

    private static Arbitrary<String> namespace() {
        return Arbitraries.of("Microsoft.Compute", "Microsoft.DataProtection", "microsoft.storage", "Contoso.Things");
    }

    @Provide
    Arbitrary<String> ids() {
        Arbitrary<String> subscription = segment().map(s -> "/subscriptions/" + s);
        Arbitrary<String> group = Combinators.combine(
                        subscription, Arbitraries.of("resourceGroups", "resourcegroups"), segment())
                .as((s, word, g) -> s + "/" + word + "/" + g);
        Arbitrary<String> scope = Arbitraries.oneOf(subscription, group);
        Arbitrary<String> resource = Combinators.combine(scope, namespace(), segment(), segment())
                .as((s, n, t, name) -> s + "/providers/" + n + "/" + t + "/" + name);
        Arbitrary<String> child =
                Combinators.combine(resource, segment(), segment()).as((r, t, name) -> r + "/" + t + "/" + name);
        Arbitrary<String> extension = Combinators.combine(
                        Arbitraries.oneOf(scope, resource, child), namespace(), segment(), segment())
                .as((s, n, t, name) -> s + "/providers/" + n + "/" + t + "/" + name);
        return Arbitraries.oneOf(subscription, group, resource, child, extension);
    }

    @Property
    void keepsTheSpellingItWasGiven(@ForAll("ids") String text) {
        assertThat(ResourceId.parse(text)).hasToString(text);
        assertThat(ResourceId.parse(ResourceId.parse(text).toString())).isEqualTo(ResourceId.parse(text));
    }

    @Property
    void hasNoCase(@ForAll("ids") String text) {
        ResourceId id = ResourceId.parse(text);
        for (String other : new String[] {text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT)}) {
            ResourceId same = ResourceId.parse(other);
            assertThat(same).isEqualTo(id).hasSameHashCodeAs(id).isEqualByComparingTo(id);
            assertThat(same.folded()).isEqualTo(id.folded());
            assertThat(same.isOf(id.type())).isTrue();
            assertThat(same.isGroup()).isEqualTo(id.isGroup());
            assertThat(same.isSubscription()).isEqualTo(id.isSubscription());
        }
    }

    @Property
    void isItsParentsChild(
            @ForAll("ids") String text, @ForAll("segments") String type, @ForAll("segments") String name) {
        ResourceId id = ResourceId.parse(text);
        ResourceId extension = id.extension("Microsoft.Authorization/" + type, name);
        assertThat(extension.parent()).isEqualTo(id);
        assertThat(extension.name()).isEqualTo(name);
        if (!id.isSubscription() && !id.isGroup()) {
            ResourceId child = id.child(type, name);
            assertThat(child.parent()).isEqualTo(id).hasToString(text);
            assertThat(child.type()).isEqualTo(id.type() + "/" + type);
            assertThat(child.name()).isEqualTo(name);
        }
    }

    @Provide
    Arbitrary<String> segments() {
        return segment();
    }

    @Property
    void liesWithinEverythingAboveIt(@ForAll("ids") String text) {
        ResourceId id = ResourceId.parse(text);
        int steps = 0;
        for (ResourceId above = id.parent(); above != null; above = above.parent()) {
            assertThat(id.isWithin(above)).isTrue();
            assertThat(above.isWithin(id)).isFalse();
            assertThat(above.subscription()).isEqualTo(id.subscription());
            assertThat(++steps).isLessThan(20);
        }
    }

    @Property
    void anyTextIsAnIdOrAKindRefusal(@ForAll String text) {
        try {
            assertThat(ResourceId.parse(text).segments()).isNotEmpty();
        } catch (DpshException.Usage e) {
            assertThat(e.why()).isNotBlank();
        }
    }
}
