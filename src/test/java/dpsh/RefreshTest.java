package dpsh;

import static dpsh.shell.VirtualScreen.CTRL_U;
import static dpsh.shell.VirtualScreen.TAB;
import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.ResourceId;
import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxEstate;
import dpsh.sandbox.SandboxFaults;
import dpsh.session.Known;
import dpsh.session.KnownIndex;
import dpsh.session.Seen;
import dpsh.store.Home;
import dpsh.store.IndexState;
import dpsh.store.KnownResources;
import dpsh.store.LocalDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Tab knows is brought up to date: by {@code refresh}, and by itself while somebody sits at the prompt. */
class RefreshTest {
    private static final String GRAPH = "/providers/Microsoft.ResourceGraph/.*";
    private static final String GONE =
            "/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/RG/providers/Microsoft.Compute/disks/gone";
    private static final SandboxFaults.Respond FORBIDDEN = new SandboxFaults.Respond(
            403,
            Map.of("Content-Type", "application/json"),
            "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"no\"}}");
    private static final String ALL = """
        kind          known  oldest seen
        account           6  now
        disk              8  now
        group             7  now
        instance          1  now
        policy            6  now
        subscription      2  now
        vault             2  now
        """;

    @TempDir
    Path home;

    private final Sandbox sandbox = start(SandboxEstate.seeds());

    @AfterEach
    void close() {
        sandbox.close();
    }

    private static Sandbox start(SandboxEstate estate) {
        return Sandbox.start(FixedHour.inProcess().withSpeed(600).withEstate(estate));
    }

    private InProcess.Ended run(String line) {
        return InProcess.at(sandbox.endpoint().toString(), 600, home).run("-c", line);
    }

    /** Looks into the index as a second dpsh would. */
    private <T> T inIndex(Instant now, Function<KnownIndex, T> look) {
        try (LocalDatabase database = new LocalDatabase(Home.of(home, Map.of()), Clock.systemUTC())) {
            String world = sandbox.endpoint().toString();
            return look.apply(
                    new KnownIndex(new KnownResources(database), world, Clock.fixed(now, ZoneOffset.UTC), text -> {
                        throw new AssertionError(text);
                    }));
        }
    }

    private boolean knows(String kind, String name) {
        return inIndex(Instant.now(), index -> index.candidates(kind, name)).stream()
                .map(Known::value)
                .anyMatch(name::equals);
    }

    /** A disk that is there no more, seen so long ago; and nothing was listed since. */
    private void sawLongAgo(Duration ago) {
        Instant then = Instant.now().minus(ago);
        inIndex(then, index -> {
            index.remember(List.of(new Seen("disk", ResourceId.parse(GONE), "gone", null, null)));
            return true;
        });
        try (LocalDatabase database = new LocalDatabase(Home.of(home, Map.of()), Clock.systemUTC())) {
            new IndexState(database)
                    .refreshed(
                            sandbox.endpoint().toString(),
                            new IndexState.Refreshed(then, "Resource Graph", Duration.ofSeconds(1)));
        }
    }

    @Test
    void refreshListsEverythingFromResourceGraph() {
        InProcess.Ended ended = run("refresh");
        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.out().replaceAll("\\d+ s ago", "now")).isEqualTo(ALL);
        assertThat(ended.err()).containsPattern("listed .* from Resource Graph, in \\d+\\.\\d{3} s");
    }

    @Test
    void whereResourceGraphRefusesTheListsAreRead() {
        sandbox.faults().always("POST", GRAPH, FORBIDDEN);
        InProcess.Ended ended = run("refresh");
        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.out().replaceAll("\\d+ s ago", "now")).isEqualTo(ALL);
        assertThat(ended.err()).contains("from lists of each subscription");
    }

    @Test
    void bothWaysSayTheSameOfEachThing() {
        run("refresh");
        List<Known> fromGraph = inIndex(Instant.now(), index -> index.candidates("datasource", ""));
        assertThat(fromGraph).extracting(Known::description).contains("disk, eastus, protected, Premium_LRS");
        assertThat(fromGraph)
                .filteredOn(known -> known.value().equals("msdiskbackup"))
                .extracting(Known::description)
                .containsExactly("disk, westus, not protected, Premium_LRS");
        List<Known> policies = inIndex(Instant.now(), index -> index.candidates("policy", ""));
        sandbox.faults().always("POST", GRAPH, FORBIDDEN);
        run("refresh");
        List<Known> fromLists = inIndex(Instant.now(), index -> index.candidates("datasource", ""));
        assertThat(fromLists).isEqualTo(fromGraph);
        List<Known> listed = inIndex(Instant.now(), index -> index.candidates("policy", ""));
        assertThat(listed).isEqualTo(policies);
    }

    @Test
    void whatIsGoneIsForgottenOnceItIsOldEnough() {
        sawLongAgo(Duration.ofMinutes(5));
        assertThat(run("refresh").err()).doesNotContain("gone");
        assertThat(knows("disk", "gone")).isTrue();
        sawLongAgo(Duration.ofHours(1));
        assertThat(run("refresh").err()).contains("; 1 gone");
        assertThat(knows("disk", "gone")).isFalse();
    }

    @Test
    void whatCannotBeReadIsSaidAndNothingIsForgotten() {
        sawLongAgo(Duration.ofHours(1));
        sandbox.faults().always("POST", GRAPH, FORBIDDEN);
        sandbox.faults().always("GET", "/subscriptions/[^/]*/providers/Microsoft.Compute/disks.*", FORBIDDEN);
        InProcess.Ended ended = run("refresh");
        assertThat(ended.code()).as(ended.toString()).isEqualTo(3);
        assertThat(ended.err()).contains("warning: the disks in aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e cannot be read");
        assertThat(knows("disk", "gone")).isTrue();
    }

    /** Resource Graph is asked with POST, and changes nothing (law 10): a read-only session asks it, and it is sent, not shown. */
    @Test
    void aReadOnlySessionRefreshesToo() {
        InProcess dpsh = InProcess.at(sandbox.endpoint().toString(), 600, home);
        assertThat(dpsh.run("--read-only", "-c", "refresh").code()).isZero();
        assertThat(dpsh.run("-c", "refresh --show-request").out())
                .contains("vault")
                .doesNotContain("POST");
    }

    @Test
    void statusAsksNobody() {
        SandboxFaults faults = sandbox.faults();
        faults.always("*", ".", FORBIDDEN);
        InProcess.Ended ended = run("refresh --status");
        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("never listed as a whole");
    }

    @Test
    void resourceGraphIsReadToItsLastPage() {
        SandboxEstate estate = SandboxEstate.seeds();
        for (int i = 0; i < 2_100; i++) {
            estate = estate.disk(GONE + i, "westus", "Premium_LRS", 4, Map.of());
        }
        try (Sandbox large = start(estate.group(GONE.replaceAll("/providers.*", ""), "westus"))) {
            InProcess.Ended ended =
                    InProcess.at(large.endpoint().toString(), 600, home).run("-c", "refresh");
            assertThat(ended.out()).containsPattern("disk +2108 ");
        }
    }

    @Test
    void afterACommandTabKnowsWhatNobodyHasListed() {
        try (TypedShell shell = TypedShell.at(sandbox, home, "--speed", "600")) {
            shell.line("use vault testBkpVault");
            shell.await(text -> knows("disk", "msdiskbackup"));
            shell.type("protect disk MSD" + TAB)
                    .awaitLine("dpsh 127.0.0.1:" + sandbox.endpoint().getPort()
                            + " Backup Operations/testBkpVault> protect disk msdiskbackup");
            shell.type(CTRL_U + "protect disk msdiskbackup --snapshot-group EAST" + TAB)
                    .await(text -> text.contains("--snapshot-group snapshot-rg-east"));
        }
    }

    /** The index is fresh after the first refresh; whatever is asked then, Tab has asked. */
    @Test
    void tabAsksNobody() {
        sandbox.faults().always("*", ".", new SandboxFaults.Delay(Duration.ZERO));
        try (TypedShell shell = TypedShell.at(sandbox, home, "--speed", "600")) {
            shell.line("use vault testBkpVault");
            shell.await(text -> inIndex(Instant.now(), KnownIndex::refreshed) != null);
            int before = sandbox.faults().list().get(0).fired();
            for (String typed : List.of("protect disk m", "protect disk EAST", "vault show /sub", "job show ")) {
                shell.type(CTRL_U + typed + TAB).await(text -> text.contains(typed.strip()));
                shell.type(TAB); // goes through what is listed, where something is
            }
            shell.type(CTRL_U + "vault show tes" + TAB).await(text -> text.endsWith("vault show testBkpVault"));
            assertThat(sandbox.faults().list().get(0).fired()).isEqualTo(before).isPositive();
        }
    }

    @Test
    void whatAnEarlierSessionLeftIsBroughtUpToDateBehindTheFirstPrompt() {
        sawLongAgo(Duration.ofHours(1));
        try (TypedShell shell = TypedShell.at(sandbox, home, "--speed", "600")) {
            shell.await(text -> knows("vault", "testBkpVault") && !knows("disk", "gone"));
            assertThat(shell.lastLine()).endsWith(">");
            assertThat(shell.past()).isEmpty();
        }
    }

    /** The first thing that a newcomer completes, before any command. */
    @Test
    void inTheEmbeddedSandboxTabKnowsTheWorldBehindTheFirstPrompt() {
        try (TypedShell shell = TypedShell.open(home)) {
            shell.type("use vault tes");
            shell.await(text -> {
                shell.type(TAB);
                return text.contains("use vault testBkpVault");
            });
        }
    }

    @Test
    void whereTheServiceCannotBeAskedNothingIsSaidButInTheStatus() {
        sawLongAgo(Duration.ofHours(1));
        sandbox.faults().always("POST", GRAPH, new SandboxFaults.Reset(false));
        try (TypedShell shell = TypedShell.at(sandbox, home, "--speed", "100000")) {
            String before = shell.text();
            shell.await(text -> sandbox.faults().list().stream().anyMatch(fault -> fault.fired() > 0));
            assertThat(shell.text()).isEqualTo(before);
            assertThat(knows("disk", "gone")).isTrue();
        }
    }

    @Test
    void aBatchAsksForWhatItNeedsAndNoMore() {
        sawLongAgo(Duration.ofHours(1));
        assertThat(run("vault list").code()).isZero();
        assertThat(knows("vault", "testBkpVault")).isTrue();
        assertThat(knows("disk", "msdiskbackup")).isFalse();
    }
}
