package dpsh.store;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Skipping through the index offers the same ways as looking at every ID. */
class IdSegmentsTest {
    private static @Nullable Path directory;
    private static @Nullable LocalDatabase database;

    @BeforeContainer
    static void open() throws IOException {
        directory = Files.createTempDirectory("dpsh-segments-");
        database = Ledgers.database(directory);
    }

    @AfterContainer
    static void close() throws IOException {
        database.close();
        Files.delete(directory.resolve("dpsh.db"));
        Files.delete(directory);
    }

    @Property(tries = 100)
    void offersWhatALookAtEveryIdOffers(
            @ForAll("resources") List<KnownResource> resources,
            @ForAll("prefixes") String prefix,
            @ForAll boolean ofDisks) {
        String world = "world-" + UUID.randomUUID();
        KnownResources known = new KnownResources(database);
        known.remember(world, resources);
        Set<String> expected = new TreeSet<>();
        for (KnownResource one : resources) {
            String id = one.id().folded();
            boolean asked = !ofDisks || lastKindOf(one.id(), resources).equals("disk");
            if (asked && id.startsWith(prefix.toLowerCase(Locale.ROOT))) {
                int slash = id.indexOf('/', prefix.length());
                expected.add(slash < 0 ? id : id.substring(0, slash + 1));
            }
        }
        List<String> offered =
                known.completeSegments(world, prefix, ofDisks ? Set.of("disk", "none such") : Set.of(), 1000);
        assertThat(offered.stream().map(id -> id.toLowerCase(Locale.ROOT))).containsExactlyElementsOf(expected);
    }

    /** The same ID may come twice with different kinds; the last one is what it is. */
    private static String lastKindOf(ResourceId id, List<KnownResource> resources) {
        return resources.stream()
                .filter(one -> one.id().equals(id))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .kind();
    }

    @Provide
    Arbitrary<List<KnownResource>> resources() {
        Arbitrary<String> names = Arbitraries.of("a", "A-1", "a.b", "a0", "ab", "B", "ü");
        Arbitrary<String> ids = Combinators.combine(
                        names, names, names, Arbitraries.integers().between(0, 2))
                .as((s, g, d, depth) -> switch (depth) {
                    case 0 -> "/subscriptions/" + s;
                    case 1 -> "/subscriptions/" + s + "/resourceGroups/" + g;
                    default -> "/subscriptions/" + s + "/resourceGroups/" + g + "/providers/N/t/" + d;
                });
        return Combinators.combine(ids, Arbitraries.of("disk", "vault"))
                .as((id, kind) -> {
                    ResourceId parsed = ResourceId.parse(id);
                    return new KnownResource(parsed, kind, parsed.name(), null, null, Instant.EPOCH);
                })
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<String> prefixes() {
        return Arbitraries.of(
                "",
                "/",
                "/subscriptions/",
                "/Subscriptions/A",
                "/subscriptions/a/resourceGroups/",
                "/subscriptions/A/resourceGroups/a",
                "/subscriptions/a/resourceGroups/ab/providers/n/t/");
    }
}
