package dpsh.shell;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.CTRL_U;
import static dpsh.shell.VirtualScreen.ENTER;
import static dpsh.shell.VirtualScreen.TAB;
import static dpsh.shell.VirtualShell.PROMPT;
import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.session.KnownIndex;
import dpsh.session.Seen;
import dpsh.store.Home;
import dpsh.store.KnownResources;
import dpsh.store.LocalDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator types and sees of the names in the index. */
class CompletionScreenTest {
    private static final String ONE = "/subscriptions/11111111-1111-1111-1111-111111111111";
    private static final String TWO = "/subscriptions/22222222-2222-2222-2222-222222222222";
    private static final String DISKS = "/resourceGroups/RG/providers/Microsoft.Compute/disks/";
    private static final String POLICIES =
            ONE + "/resourceGroups/RG/providers/Microsoft.DataProtection/backupVaults/v/backupPolicies/";

    @TempDir
    Path directory;

    private LocalDatabase database;
    private KnownIndex index;

    @BeforeEach
    void open() {
        database = new LocalDatabase(Home.of(directory, Map.of()), Clock.systemUTC());
        index = new KnownIndex(new KnownResources(database), "world", Clock.systemUTC(), text -> {
            throw new AssertionError(text);
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    private VirtualShell knowing(Seen... seen) {
        index.remember(List.of(seen));
        return VirtualShell.open("xterm-256color", 100, index, null);
    }

    private static Seen disk(String subscription, String name) {
        ResourceId id = ResourceId.parse(subscription + DISKS + name);
        return new Seen("disk", id, id.name(), new Location("westus"), null);
    }

    /** A disk that the service calls by a name that no ID has. */
    private static Seen named(String name) {
        return new Seen("disk", ResourceId.parse(ONE + DISKS + Math.abs(name.hashCode())), name, null, null);
    }

    private VirtualShell hostile(String... names) {
        return knowing(Arrays.stream(names).map(CompletionScreenTest::named).toArray(Seen[]::new));
    }

    @Test
    void aFragmentThatOneNameHasCompletesToIt() {
        try (VirtualShell shell = knowing(disk(ONE, "disk-prod-01"), disk(ONE, "disk-test-01"))) {
            shell.type("protect disk PROD" + TAB).awaitLine(PROMPT + " protect disk disk-prod-01");
        }
    }

    @Test
    void aFragmentOfSeveralListsThemAndLeavesWhatWasTyped() {
        try (VirtualShell shell = knowing(disk(ONE, "disk-prod-01"), disk(ONE, "disk-prod-02"), disk(ONE, "x"))) {
            shell.type("protect disk PrOd" + TAB)
                    .await(text -> text.contains("disk-prod-01") && text.contains("disk-prod-02"));
            assertThat(shell.text()).contains(PROMPT + " protect disk PrOd\n").doesNotContain("x (");
            shell.type(CTRL_C).await(text -> text.endsWith("\n" + PROMPT));
            assertThat(shell.text()).contains(PROMPT + " protect disk PrOd\n");
        }
    }

    @Test
    void whatBeginsSoComesBeforeWhatHasItInside() {
        try (VirtualShell shell = knowing(disk(ONE, "prod-01"), disk(ONE, "disk-prod-01"))) {
            shell.type("protect disk pr" + TAB).awaitLine(PROMPT + " protect disk prod-01");
        }
    }

    @Test
    void whatSeveralBeginWithIsContinuedInTheSpellingThatWasTyped() {
        try (VirtualShell shell = knowing(disk(ONE, "DiskOne"), disk(ONE, "DiskTwo"))) {
            shell.type("protect disk Di" + TAB).await(text -> text.contains(PROMPT + " protect disk Disk\n"));
            shell.type(CTRL_C).awaitText("Disk\n" + PROMPT);
            shell.type("protect disk diSK" + TAB).await(text -> text.contains(PROMPT + " protect disk diSK\ndisks"));
        }
    }

    @Test
    void namesAreListedWithWhatTheyAreBestFirst() {
        try (VirtualShell shell = knowing(
                disk(ONE, "a1").standing(true),
                disk(ONE, "a2").standing(false),
                disk(ONE, "a3").standing(false))) {
            String text = shell.type("protect disk a" + TAB).awaitText("disks");
            assertThat(text)
                    .contains("a2 (disk, westus, not protected)", "(disk, westus, protected)")
                    .matches("(?s).*\na2 [^\n]* a1 .*\na3 .*");
        }
    }

    @Test
    void policiesThatFitTheDatasourceAreListedFirst() {
        Seen[] policies = {policy("a-blobs", "blob"), policy("b-disks", "disk"), policy("c-disks", "disk")};
        try (VirtualShell shell = knowing(policies)) {
            String text = shell.type("protect disk x --policy " + TAB + TAB).awaitText("policies");
            assertThat(text).matches("(?s).*b-disks .*c-disks .*a-blobs .*").contains("a-blobs (policy, for blob)");
        }
    }

    private static Seen policy(String name, String word) {
        return new Seen("policy", ResourceId.parse(POLICIES + name), name, null, "for " + word).fitting(word);
    }

    @Test
    void ofTwoWithOneNameTheIdIsPutIntoTheLine() {
        try (VirtualShell shell = knowing(disk(ONE, "data"), disk(TWO, "data"))) {
            shell.type("protect disk da" + TAB).awaitText("data (in RG, disk, westus)");
            assertThat(shell.text()).contains(PROMPT + " protect disk da\n");
        }
    }

    @Test
    void idsAreOfferedSegmentBySegmentWithoutRegardToCase() {
        try (VirtualShell shell = knowing(disk(ONE, "data"), disk(TWO, "data"), disk(TWO, "data2"))) {
            shell.type("protect disk /SUB" + TAB)
                    .await(text -> text.contains("11111111-") && text.contains("22222222-"));
            shell.type(CTRL_C).await(text -> text.endsWith("\n" + PROMPT));
            shell.type("protect disk /subscriptions/11" + TAB)
                    .await(text -> text.replace("\n", "").contains(DISKS + "data"));
        }
    }

    @Test
    void behindAPathAFragmentOfANameIsEnough() {
        try (VirtualShell shell = knowing(disk(ONE, "disk-prod-01"), disk(ONE, "disk-test-01"))) {
            shell.type("protect disk " + ONE + DISKS + "PROD" + TAB)
                    .await(text -> text.replace("\n", "").contains(DISKS + "disk-prod-01"));
        }
    }

    @Test
    void behindAnEqualsSignAFragmentOfAValueIsEnough() {
        try (VirtualShell shell = knowing(policy("daily-disks", "disk"), policy("daily-blobs", "blob"))) {
            shell.type("protect disk x --policy=BLO" + TAB).awaitLine(PROMPT + " protect disk x --policy=daily-blobs");
        }
    }

    @Test
    void behindARedirectionFilesAreOffered() throws IOException {
        Files.createFile(directory.resolve("result.csv"));
        try (VirtualShell shell = knowing(disk(ONE, "result-disk"))) {
            shell.type("protect disk x > " + directory + "/res" + TAB)
                    .await(text -> text.replace("\n", "").endsWith(directory + "/result.csv"));
            shell.type(CTRL_U + "read < " + directory + "/res" + TAB)
                    .await(text -> text.replace("\n", "").endsWith("read < " + directory + "/result.csv"));
            shell.type(CTRL_U + "protect disk 'a>' result" + TAB).awaitLine(PROMPT + " protect disk 'a>' result-disk");
        }
    }

    @Test
    void whoTypesOnAtTheQuestionOfALongListLosesNoKey() {
        Seen[] disks = IntStream.range(0, 120)
                .mapToObj(i -> disk(ONE, "disk-" + (1_000 + i)))
                .toArray(Seen[]::new);
        try (VirtualShell shell = knowing(disks)) {
            shell.type("protect disk disk-1" + TAB).awaitText("see all 100 possibilities");
            shell.type("117" + TAB).awaitLine(PROMPT + " protect disk disk-1117");
            shell.type(CTRL_U + "protect disk disk-1" + TAB).awaitText("see all 100 possibilities");
            shell.type("\u001b[D").await(text -> !text.contains("possibilities"));
            shell.type("0").awaitLine(PROMPT + " protect disk disk-01");
            shell.type(CTRL_U + "protect disk disk-1" + TAB).awaitText("see all 100 possibilities");
            shell.type("n").await(text -> !text.contains("possibilities"));
            shell.type("08").awaitLine(PROMPT + " protect disk disk-108");
            assertThat(shell.commands.ran).isEmpty();
        }
    }

    @Test
    void aNameThatWouldActOnTheTerminalIsNotOffered() {
        String bell = "a\u0007bell";
        String escape = "a\u001b[2Jclear";
        String line = "a\nexit";
        String turned = "a\u202egnirts";
        try (VirtualShell shell = hostile(bell, escape, line, turned, "a-good-one")) {
            shell.type("protect disk a" + TAB).awaitLine(PROMPT + " protect disk a-good-one");
            assertThat(shell.isOpen()).isTrue();
            assertThat(shell.commands.ran).isEmpty();
        }
    }

    @Test
    void aNameThatLooksLikeACommandIsOneWord() {
        String name = "a; exit | rm $(x) `y` > /tmp/z 'q' \"d\" \\ # {}";
        try (VirtualShell shell = hostile(name)) {
            shell.type("protect disk a" + TAB).await(text -> text.contains("\\;"));
            shell.type(ENTER).await(text -> shell.commands.ran.size() == 1);
            assertThat(shell.commands.ran.get(0)).containsExactly("protect", "disk", name);
        }
    }

    @Test
    void aNameLongerThanTheScreenIsCutInTheListAndWholeInTheLine() {
        String longName = "a" + "0123456789".repeat(25);
        try (VirtualShell shell = hostile(longName, "ab", "x".repeat(4_000))) {
            shell.type("protect disk a" + TAB).awaitText("…");
            shell.type(CTRL_C).await(text -> text.endsWith("\n" + PROMPT));
            shell.type("protect disk a0" + TAB + ENTER).await(text -> shell.commands.ran.size() == 1);
            assertThat(shell.commands.ran.get(0)).containsExactly("protect", "disk", longName);
            shell.type("protect disk x" + TAB + CTRL_U + "echo still here" + ENTER)
                    .awaitText("still|here");
        }
    }

    @Test
    void wideAndPicturedNamesAreOffered() {
        String wide = "日本語ディスク";
        String pictured = "a\ud83d\ude80rocket";
        try (VirtualShell shell = hostile(wide, pictured)) {
            shell.type("protect disk a" + TAB + ENTER).await(text -> shell.commands.ran.size() == 1);
            shell.type("protect disk 日" + TAB + ENTER).await(text -> shell.commands.ran.size() == 2);
            assertThat(shell.commands.ran)
                    .containsExactly(List.of("protect", "disk", pictured), List.of("protect", "disk", wide));
        }
    }
}
