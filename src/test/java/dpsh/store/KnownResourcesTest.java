package dpsh.store;

import static dpsh.store.Ledgers.WORLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dpsh.arm.DpshException;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownResourcesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String GROUP = "/subscriptions/Sub-1/resourceGroups/RG";

    @TempDir
    Path directory;

    private LocalDatabase database;
    private KnownResources known;

    @BeforeEach
    void open() {
        database = Ledgers.database(directory);
        known = new KnownResources(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static KnownResource disk(String name) {
        return resource(GROUP + "/providers/Microsoft.Compute/disks/" + name, "disk", null);
    }

    private static KnownResource vault(String name) {
        return resource(GROUP + "/providers/Microsoft.DataProtection/backupVaults/" + name, "vault", null);
    }

    private static KnownResource resource(String id, String kind, @Nullable String note) {
        ResourceId parsed = ResourceId.parse(id);
        return new KnownResource(parsed, kind, parsed.name(), new Location("West US"), note, NOW);
    }

    @Test
    void whatWasRememberedIsFoundWithoutRegardToCase() {
        KnownResource disk = disk("MsDisk");
        known.remember(WORLD, List.of(disk));
        ResourceId shouted =
                ResourceId.parse("/SUBSCRIPTIONS/SUB-1/RESOURCEGROUPS/rg/providers/microsoft.compute/DISKS/msdisk");
        assertThat(known.find(WORLD, shouted)).isEqualTo(disk);
        assertThat(known.find(WORLD, shouted).id()).hasToString(disk.id().toString());
        assertThat(known.find("sandbox:a", shouted)).isNull();
    }

    @Test
    void seeingItAgainReplacesWhatChangedAndKeepsWhatWasNotSaid() {
        known.remember(
                WORLD, List.of(new KnownResource(disk("a").id(), "disk", "a", new Location("westus"), "n", NOW)));
        Instant later = NOW.plusSeconds(60);
        ResourceId otherSpelling = ResourceId.parse(disk("A").id().toString());
        known.remember(WORLD, List.of(new KnownResource(otherSpelling, "disk", "A", null, null, later)));
        KnownResource found = known.find(WORLD, otherSpelling);
        assertThat(found.name()).isEqualTo("A");
        assertThat(found.id()).hasToString(otherSpelling.toString());
        assertThat(found.location()).isEqualTo(new Location("westus"));
        assertThat(found.note()).isEqualTo("n");
        assertThat(found.seenAt()).isEqualTo(later);
        assertThat(known.completeNames(WORLD, "", Set.of(), 10)).hasSize(1);
    }

    @Test
    void namesCompleteByPrefixKindAndLimitInOrder() {
        known.remember(WORLD, List.of(disk("Prod-b"), disk("prod-A"), disk("test"), vault("PROD-v"), disk("prod_c")));
        known.remember("sandbox:a", List.of(disk("prod-elsewhere")));
        assertThat(names(known.completeNames(WORLD, "PROD", Set.of("disk"), 10)))
                .containsExactly("prod-A", "Prod-b", "prod_c");
        assertThat(names(known.completeNames(WORLD, "prod-", Set.of(), 10)))
                .containsExactly("prod-A", "Prod-b", "PROD-v");
        assertThat(names(known.completeNames(WORLD, "prod", Set.of("vault", "disk"), 4)))
                .containsExactly("prod-A", "Prod-b", "PROD-v", "prod_c");
        assertThat(names(known.completeNames(WORLD, "prod-a", Set.of("vault"), 3)))
                .isEmpty();
    }

    @Test
    void aNameWithLettersBeyondAsciiOrPatternCharactersIsOrdinary() {
        known.remember(WORLD, List.of(disk("ÄÖ%_"), disk("äöx"), disk("zz\uD83D\uDE00")));
        assertThat(names(known.completeNames(WORLD, "äö%", Set.of(), 10))).containsExactly("ÄÖ%_");
        assertThat(names(known.completeNames(WORLD, "ZZ", Set.of("disk"), 10))).containsExactly("zz\uD83D\uDE00");
    }

    @Test
    void aNameThatExistsTwiceIsFoundTwice() {
        KnownResource here = disk("twin");
        KnownResource there =
                resource("/subscriptions/other/resourceGroups/g/providers/Microsoft.Compute/disks/TWIN", "disk", null);
        known.remember(WORLD, List.of(here, there, disk("twin2"), vault("twin")));
        assertThat(known.named(WORLD, "Twin", Set.of("disk"))).containsExactly(there, here);
        assertThat(known.named(WORLD, "twin", Set.of())).hasSize(3);
    }

    @Test
    void idsCompleteByPrefixAndKind() {
        known.remember(WORLD, List.of(disk("b"), disk("a"), vault("v")));
        assertThat(names(known.completeIds(WORLD, GROUP.toUpperCase(Locale.ROOT) + "/", Set.of("disk"), 10)))
                .containsExactly("a", "b");
    }

    @Test
    void whereThereAreTooManyTheLastIsAmongThem() {
        List<KnownResource> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(disk("disk-%03d".formatted(i)));
            many.add(resource("/subscriptions/s%03d/resourceGroups/g".formatted(i), "group", null));
        }
        known.remember(WORLD, many);
        assertThat(names(known.completeNames(WORLD, "disk", Set.of("disk"), 3)))
                .containsExactly("disk-000", "disk-001", "disk-299");
        assertThat(names(known.completeNames(WORLD, "", Set.of("group", "disk"), 3)))
                .containsExactly("disk-000", "disk-001", "g");
        assertThat(names(known.completeNames(WORLD, "disk-29", Set.of(), 10)))
                .hasSize(10)
                .endsWith("disk-299");
        assertThat(names(known.completeIds(WORLD, GROUP, Set.of(), 2))).containsExactly("disk-000", "disk-299");
        assertThat(known.completeSegments(WORLD, "/subscriptions/s", Set.of("group"), 3))
                .containsExactly("/subscriptions/s000/", "/subscriptions/s001/", "/subscriptions/s299/");
        assertThat(known.completeSegments(WORLD, GROUP + "/providers/Microsoft.Compute/disks/", Set.of(), 3))
                .containsExactly(
                        disk("disk-000").id().toString(),
                        disk("disk-001").id().toString(),
                        disk("disk-299").id().toString());
    }

    @Test
    void segmentsAreOfferedOneByOne() {
        known.remember(
                WORLD,
                List.of(
                        disk("b"),
                        disk("a"),
                        vault("v"),
                        resource(GROUP, "group", null),
                        resource(GROUP + "-1", "group", null),
                        resource("/subscriptions/other/resourceGroups/g", "group", null)));
        assertThat(segments("")).containsExactly("/");
        assertThat(segments("/s")).containsExactly("/subscriptions/");
        assertThat(segments("/subscriptions/")).containsExactly("/subscriptions/other/", "/subscriptions/Sub-1/");
        assertThat(segments("/SUBSCRIPTIONS/sub-1/resourcegroups/r")).containsExactly(GROUP, GROUP + "-1", GROUP + "/");
        assertThat(segments(GROUP + "/providers/"))
                .containsExactly(
                        GROUP + "/providers/Microsoft.Compute/", GROUP + "/providers/Microsoft.DataProtection/");
        assertThat(known.completeSegments(WORLD, GROUP + "/providers/", Set.of("vault"), 10))
                .containsExactly(GROUP + "/providers/Microsoft.DataProtection/");
        assertThat(segments(GROUP + "/providers/Microsoft.Compute/disks/"))
                .containsExactly(disk("a").id().toString(), disk("b").id().toString());
        assertThat(known.completeSegments(WORLD, GROUP + "/providers/Microsoft.Compute/disks/", Set.of(), 2))
                .containsExactly(disk("a").id().toString(), disk("b").id().toString());
    }

    @Test
    void whatIsForgottenIsGoneAndNothingElse() {
        known.remember(WORLD, List.of(disk("a"), disk("ab"), resource(GROUP, "group", null)));
        known.forget(WORLD, ResourceId.parse(GROUP.toUpperCase(Locale.ROOT)));
        known.forget(WORLD, disk("A").id());
        known.forget(WORLD, disk("never-seen").id());
        assertThat(names(known.completeNames(WORLD, "", Set.of(), 10))).containsExactly("ab");
    }

    @Test
    void aHundredThousandAreKeptInOneGo() {
        List<KnownResource> many = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            String group = "/subscriptions/s/resourceGroups/g" + i % 20;
            many.add(resource(group + "/providers/Microsoft.Compute/disks/disk" + i, "disk", null));
        }
        known.remember(WORLD, many);
        assertThat(known.completeSegments(WORLD, "/subscriptions/s/resourceGroups/", Set.of("disk"), 100))
                .hasSize(20);
        assertThat(names(known.completeNames(WORLD, "disk99999", Set.of("disk"), 100)))
                .containsExactly("disk99999");
        assertThat(known.completeNames(WORLD, "", Set.of("disk"), 50)).hasSize(50);
    }

    @Test
    void onlyCompletionIsSilentWhereTheDatabaseCannotBeRead() throws IOException {
        Files.writeString(directory.resolve("dpsh.db"), "not a database");
        assertThat(known.completeNames(WORLD, "", Set.of(), 10)).isEmpty();
        assertThat(known.completeIds(WORLD, "/", Set.of(), 10)).isEmpty();
        assertThat(segments("/")).isEmpty();
        assertThatExceptionOfType(DpshException.LedgerUnavailable.class)
                .isThrownBy(() -> known.find(WORLD, disk("a").id()));
        assertThatExceptionOfType(DpshException.LedgerUnavailable.class)
                .isThrownBy(() -> known.named(WORLD, "a", Set.of()));
        assertThatExceptionOfType(DpshException.LedgerUnavailable.class)
                .isThrownBy(() -> known.remember(WORLD, List.of(disk("a"))));
    }

    private List<String> segments(String prefix) {
        return known.completeSegments(WORLD, prefix, Set.of(), 100);
    }

    private static List<String> names(List<KnownResource> resources) {
        return resources.stream().map(KnownResource::name).toList();
    }
}
