package dpsh.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.ResourceId;
import dpsh.backup.Vault;
import dpsh.session.Known;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffersTest {
    record Disk(String name, long size, ResourceId id, List<Part> parts) {
        public boolean isSmall() {
            throw new IllegalStateException("asked");
        }
    }

    record Part(String label) {}

    /** Stands for {@code backup}. */
    public static final class Desk {
        public List<Disk> disks(Map<String, ?> filter) {
            throw new IllegalStateException("asked");
        }

        public Vault vault() {
            throw new IllegalStateException("asked");
        }

        public String getPlace() {
            throw new IllegalStateException("asked");
        }
    }

    private static final Disk DISK = new Disk("d", 1, ResourceId.parse("/subscriptions/a/resourceGroups/g"), List.of());

    private final Offers offers = new Offers(Map.of(
            "backup", Shape.of(Desk.class),
            "_", Shape.of((Object) List.of(DISK)),
            "one", Shape.of((Object) DISK),
            "map", Shape.of((Object) Map.of("key", 1)),
            "text", Shape.of((Object) "t")));

    private List<String> at(String text) {
        return offers.at(text).stream().map(Known::value).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ba|backup",
                "x + ba|backup",
                "BA|backup",
                "backup.di|disks(",
                "backup?.di|disks(",
                "backup.pl|place",
                "backup.vault().loc|location",
                "backup.disks(a: 1).first().si|size",
                "backup.disks([1, (2)])[0].na|name",
                "backup.disks(x: 'y').findAll { it.size > 1 }.first().na|name",
                "_.first().na|name",
                "_.fin|find {",
                "_.na|name",
                "_*.na|name",
                "_.parts.first().lab|label",
                "one.sm|small",
                "one.parts[0].lab|label",
                "one.id.resourceG|resourceGroup()",
                "map.k|key",
                "text.toUpp|toUpperCase(",
                "_.count { it.na|name",
                "_.collect { [it.name, it.si|size",
                "_.findAll({ it.na|name",
                "one.parts.each { println it.lab|label",
            })
    void offersWhatBeginsSo(String text, String wanted) {
        assertThat(at(text)).as(text).anyMatch(one -> one.strip().equals(wanted.strip()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing.na",
                "backup.nope().na",
                "'text'.to",
                "1.",
                "(1 + 2).to",
                "}.na",
                "it.na",
                "_.count { x.na"
            })
    void offersNothingWhereItCannotKnow(String text) {
        assertThat(at(text)).isEmpty();
    }

    @Test
    void saysWhatAnOfferIs() {
        assertThat(offers.at("backup."))
                .contains(
                        new Known("disks(", "filter: … → List of Disk", "methods", false),
                        new Known("vault()", "Vault", "methods", false),
                        new Known("place", "String", "properties", false));
        assertThat(offers.at("_.na")).containsExactly(new Known("name", "String", "of each", false));
        assertThat(offers.at("_")).containsExactly(new Known("_", "List of Disk", "names", false));
    }

    @Test
    void whatEveryObjectHasIsNotOffered() {
        assertThat(at("backup.")).doesNotContain("getClass()", "class", "hashCode()", "wait()", "metaClass");
        assertThat(at("backup.ho")).isEmpty();
    }
}
