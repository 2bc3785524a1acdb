package dpsh.session;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.store.Home;
import dpsh.store.KnownResources;
import dpsh.store.LocalDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceValuesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String ONE = "/subscriptions/11111111-1111-1111-1111-111111111111";
    private static final String TWO = "/subscriptions/22222222-2222-2222-2222-222222222222";
    private static final String VAULT = ONE + "/resourceGroups/RG/providers/Microsoft.DataProtection/backupVaults/";
    private static final String DISKS = "/providers/Microsoft.Compute/disks/";

    @TempDir
    Path directory;

    private LocalDatabase database;
    private KnownResources resources;
    private KnownIndex index;
    private Instant seenAt = NOW;

    @BeforeEach
    void open() {
        database = new LocalDatabase(Home.of(directory, Map.of()), Clock.systemUTC());
        resources = new KnownResources(database);
        index = at(NOW);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private KnownIndex at(Instant time) {
        return new KnownIndex(resources, "world", Clock.fixed(time, ZoneOffset.UTC), text -> {
            throw new AssertionError(text);
        });
    }

    private void see(Seen... seen) {
        at(seenAt).remember(List.of(seen));
    }

    private static Seen seen(String kind, String id) {
        ResourceId parsed = ResourceId.parse(id);
        return new Seen(kind, parsed, parsed.name(), new Location("westus"), null);
    }

    private static Seen disk(String subscription, String name) {
        return seen("disk", subscription + "/resourceGroups/RG" + DISKS + name);
    }

    private static LineSoFar line(List<String> command, String... kindsAndValues) {
        Map<String, List<String>> given = new HashMap<>();
        for (int i = 0; i < kindsAndValues.length; i += 2) {
            given.computeIfAbsent(kindsAndValues[i], k -> new ArrayList<>()).add(kindsAndValues[i + 1]);
        }
        return new LineSoFar(command, given);
    }

    private List<String> offered(String kind, String typed, LineSoFar line) {
        return index.candidates(kind, typed, line).stream().map(Known::value).toList();
    }

    private List<String> offered(String kind, String typed) {
        return offered(kind, typed, LineSoFar.NOTHING);
    }

    private String described(String kind, String typed) {
        return index.candidates(kind, typed).stream()
                .map(Known::description)
                .findFirst()
                .orElse("nothing");
    }

    @Test
    void whereNothingBeginsSoAFragmentIsEnough() {
        see(disk(ONE, "disk-prod-01"), disk(ONE, "disk-Prod-02"), disk(ONE, "reproduce"), disk(ONE, "other"));
        assertThat(offered("disk", "PROD")).containsExactlyInAnyOrder("disk-prod-01", "disk-Prod-02", "reproduce");
        assertThat(offered("disk", "disk-p")).containsExactly("disk-prod-01", "disk-Prod-02");
        assertThat(offered("account", "prod")).isEmpty();
    }

    @Test
    void aFragmentFindsWhatCameAndNotWhatWent() {
        see(disk(ONE, "vm-data-1"), disk(ONE, "vm-data-2"));
        assertThat(offered("disk", "data")).hasSize(2);
        see(disk(ONE, "vm-data-3"));
        assertThat(offered("disk", "data")).containsExactly("vm-data-1", "vm-data-2", "vm-data-3");
        resources.forget("world", disk(ONE, "vm-data-3").id());
        see(disk(ONE, "vm-data-4"));
        assertThat(offered("disk", "data")).containsExactly("vm-data-1", "vm-data-2", "vm-data-4");
    }

    @Test
    void sayWhatItIsWhereAndWhetherItIsProtected() {
        ResourceId id = disk(ONE, "data").id();
        see(new Seen("disk", id, "data", new Location("West US"), "Premium_LRS").standing(false));
        assertThat(described("disk", "da")).isEqualTo("disk, westus, not protected, Premium_LRS");
        assertThat(described("disk", id.toString())).isEqualTo("disk, westus, not protected, Premium_LRS");
    }

    @Test
    void anInstanceThatWasListedSaysWhatItProtects() {
        ResourceId id = disk(ONE, "data").id();
        see(disk(ONE, "data").standing(false));
        see(seen("instance", VAULT + "v/backupInstances/data-1").guarding(id));
        assertThat(described("disk", "da")).isEqualTo("disk, westus, protected");
    }

    @Test
    void sayTheAgeOfWhatIsNotFresh() {
        seenAt = NOW.minus(Duration.ofMinutes(9));
        see(disk(ONE, "fresh"));
        seenAt = NOW.minus(Duration.ofHours(26));
        see(disk(ONE, "old"));
        assertThat(described("disk", "fresh")).isEqualTo("disk, westus");
        assertThat(described("disk", "old")).isEqualTo("disk, westus, seen 1 day ago");
    }

    @Test
    void whatIsNotProtectedComesFirstToBeProtected() {
        see(disk(ONE, "a").standing(true), disk(ONE, "b").standing(false), disk(ONE, "c"));
        assertThat(offered("disk", "", line(List.of("protect", "disk")))).containsExactly("b", "c", "a");
        assertThat(offered("disk", "", line(List.of("datasource", "show")))).containsExactly("a", "b", "c");
    }

    @Test
    void aNameOfSeveralStandsThereAsTheirIds() {
        see(disk(ONE, "data"), disk(TWO, "data"), disk(ONE, "data2"));
        assertThat(offered("disk", "da"))
                .containsExactly(
                        ONE + "/resourceGroups/RG" + DISKS + "data",
                        TWO + "/resourceGroups/RG" + DISKS + "data",
                        "data2");
        assertThat(described("disk", "data")).isEqualTo("in RG, disk, westus");
    }

    @Test
    void policiesThatFitComeFirst() {
        see(
                seen("policy", VAULT + "v/backupPolicies/a-blobs").fitting("blob"),
                seen("policy", VAULT + "v/backupPolicies/b-disks").fitting("disk"),
                seen("policy", VAULT + "v/backupPolicies/c-other"));
        assertThat(offered("policy", "", line(List.of("protect", "disk"))))
                .containsExactly("b-disks", "c-other", "a-blobs");
        assertThat(offered("policy", "", line(List.of("instance", "build"), "kind", "Blob")))
                .containsExactly("a-blobs", "c-other", "b-disks");
        see(seen("instance", VAULT + "v/backupInstances/data-1").fitting("disk"));
        assertThat(offered("policy", "", line(List.of("instance", "update"), "instance", "data-1")))
                .containsExactly("b-disks", "c-other", "a-blobs");
        assertThat(offered("policy", VAULT + "v/backupPolicies/", line(List.of("protect", "disk"))))
                .first()
                .isEqualTo(VAULT + "v/backupPolicies/b-disks");
    }

    @Test
    void policiesAreThoseOfTheVaultOfTheLineElseOfTheSession() {
        see(seen("vault", VAULT + "v"), seen("vault", VAULT + "w"));
        see(seen("policy", VAULT + "v/backupPolicies/pv"), seen("policy", VAULT + "w/backupPolicies/pw"));
        LineSoFar nothing = line(List.of("policy", "show"));
        KnownValues there = index.values(() -> Place.at(ResourceId.parse(VAULT + "w")));
        assertThat(there.candidates("policy", "", nothing))
                .extracting(Known::value)
                .containsExactly("pw");
        assertThat(there.candidates("policy", "", line(List.of("policy", "show"), "vault", "V")))
                .extracting(Known::value)
                .containsExactly("pv");
        assertThat(there.candidates("policy", "v", nothing))
                .extracting(Known::value)
                .as("of another vault a name is not enough")
                .containsExactly(VAULT + "v/backupPolicies/pv");
        assertThat(offered("policy", "", nothing)).containsExactly("pv", "pw");
    }

    @Test
    void snapshotGroupsAreThoseOfTheDisksSubscription() {
        see(seen("group", ONE + "/resourceGroups/snap-one"), seen("group", TWO + "/resourceGroups/snap-two"));
        see(disk(ONE, "here"), disk(TWO, "there"));
        List<String> protect = List.of("protect", "disk");
        assertThat(offered("snapshot-group", "sn", line(protect, "disk", "there")))
                .containsExactly("snap-two");
        assertThat(offered(
                        "snapshot-group",
                        "",
                        line(protect, "disk", disk(ONE, "x").id().toString())))
                .containsExactly("snap-one");
        assertThat(offered("snapshot-group", "one", line(protect, "disk", "here")))
                .containsExactly("snap-one");
        assertThat(offered("snapshot-group", "", line(protect, "disk", "unknown")))
                .containsExactly("snap-one", "snap-two");
        assertThat(offered("snapshot-group", "/subscriptions/", line(protect, "disk", "there")))
                .first()
                .isEqualTo(TWO + "/");
    }

    @Test
    void recoveryPointsAreThoseOfTheInstanceNewestFirst() {
        String points = VAULT + "v/backupInstances/data-1/recoveryPoints/";
        see(seen("instance", VAULT + "v/backupInstances/data-1"), seen("instance", VAULT + "v/backupInstances/other"));
        see(
                point(points + "aa", "2026-11-27T12:00:00Z Full"),
                point(points + "bb", "2026-11-28T12:00:00Z Incremental"),
                point(VAULT + "v/backupInstances/other/recoveryPoints/cc", "2026-11-28T12:00:00Z Full"));
        LineSoFar line = line(List.of("recovery-point", "show"), "instance", "data-1");
        assertThat(offered("point", "", line)).containsExactly("bb", "aa");
        KnownValues there = index.values(() -> Place.at(ResourceId.parse(VAULT + "v")));
        assertThat(there.candidates("point", "", line(List.of("recovery-point", "show"), "instance", "data")))
                .extracting(Known::value)
                .containsExactly("bb", "aa");
    }

    private static Seen point(String id, String note) {
        ResourceId parsed = ResourceId.parse(id);
        return new Seen("recovery-point", parsed, parsed.name(), null, note);
    }

    @Test
    void regionsAreThoseOfWhatIsKnownEachOnceInTheServicesSpelling() {
        String group = ONE + "/resourceGroups/RG" + DISKS;
        see(
                in("West US", group + "a"),
                in("westus", group + "b"),
                in("eastus", group + "c"),
                in("West US", group + "d"));
        assertThat(index.candidates("region", ""))
                .containsExactly(
                        new Known("eastus", "where c is", "regions", true),
                        new Known("westus", "where a is", "regions", true));
        assertThat(offered("region", "WEST")).containsExactly("westus");
        assertThat(offered("region", "north")).isEmpty();
    }

    private static Seen in(String region, String id) {
        ResourceId parsed = ResourceId.parse(id);
        return new Seen("disk", parsed, parsed.name(), new Location(region), null);
    }

    @Test
    void eachSegmentSaysWhatItGoesInto() {
        ResourceId one = ResourceId.parse(ONE);
        see(new Seen("subscription", one, "Backup Operations", null, one.name()));
        see(seen("group", ONE + "/resourceGroups/RG"), disk(ONE, "a"), disk(TWO, "b"));
        see(seen("disk", ONE + "/resourceGroups/other" + DISKS + "c"));
        assertThat(index.candidates("disk", "/"))
                .containsExactly(
                        new Known(ONE + "/", "subscription Backup Operations", "disks", false),
                        new Known(TWO + "/", "disks below", "disks", false));
        assertThat(index.candidates("disk", ONE + "/resourceGroups/"))
                .containsExactly(
                        new Known(ONE + "/resourceGroups/other/", "disks below", "disks", false),
                        new Known(ONE + "/resourceGroups/RG/", "resource group, westus", "disks", false));
        assertThat(index.candidates("place", "/s"))
                .extracting(Known::description)
                .allSatisfy(about -> assertThat(about).isNotBlank());
    }

    @Test
    void anIdMayEndInAFragment() {
        see(disk(ONE, "disk-prod-01"), disk(TWO, "disk-prod-02"));
        assertThat(offered("disk", ONE + "/resourcegroups/rg" + DISKS + "prod"))
                .containsExactly(ONE + "/resourceGroups/RG" + DISKS + "disk-prod-01");
    }

    @Test
    void aPlaceHasNoNamesAndAnUnknownKindNothing() {
        see(seen("vault", VAULT + "v"));
        assertThat(offered("place", "v")).isEmpty();
        assertThat(offered("place", "/sub")).isNotEmpty();
        assertThat(offered("colour", "")).isEmpty();
    }
}
