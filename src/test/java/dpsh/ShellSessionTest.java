package dpsh;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.CTRL_D;
import static dpsh.shell.VirtualScreen.CTRL_U;
import static dpsh.shell.VirtualScreen.ENTER;
import static dpsh.shell.VirtualScreen.TAB;
import static dpsh.shell.VirtualScreen.UP;
import static org.assertj.core.api.Assertions.assertThat;

import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real commands at a virtual screen, with the sandbox in process: what an operator types and sees. */
class ShellSessionTest {
    private static final String NOWHERE = "dpsh sandbox>";
    private static final String PROMPT = "dpsh sandbox Backup Operations/testBkpVault>";
    private static final String USE = "use vault testBkpVault";
    private static final Duration STEP = Duration.ofSeconds(5);

    @TempDir
    Path home;

    private TypedShell atVault() {
        TypedShell shell = TypedShell.open(home);
        assertThat(shell.line(USE)).contains("at vault testBkpVault");
        return shell;
    }

    @Test
    void greetsInThreeLinesAndSaysOnLeavingWhatBecomesOfTheWorld() {
        try (TypedShell shell = TypedShell.open(home, 80, "--sandbox")) {
            assertThat(shell.text()).isEqualTo("""
                dpsh development at the sandbox: a rehearsal on this machine, 60 times as fast.
                You stand at no vault yet. Begin with: tour, or: use vault testBkpVault
                Tab completes, help lists the commands, exit leaves.
                dpsh sandbox>\
                """);
            shell.type(CTRL_D);
            assertThat(shell.awaitCode()).isZero();
            assertThat(shell.text())
                    .endsWith("The sandbox's world ends here; one that lasts is `dpsh sandbox serve`.")
                    .containsOnlyOnce("world ends here");
            assertThat(shell.past()).isEmpty();
        }
    }

    /** Nothing listens at the endpoint: whatever was asked before the prompt would have failed or hung. */
    @Test
    void theFirstPromptAsksNobody() throws IOException {
        try (TypedShell shell =
                TypedShell.open(home, 120, "--endpoint", "http://127.0.0.1:1", "--vault", "testBkpVault")) {
            assertThat(shell.lastLine()).isEqualTo("dpsh 127.0.0.1:1>");
            assertThat(Files.exists(home.resolve("dpsh.db"))).isFalse();
            assertThat(shell.answer("vault list"))
                    .contains("http://127.0.0.1:1")
                    .doesNotContain("\n\n", "Exception");
        }
    }

    @Test
    void usingAVaultChangesThePrompt() {
        try (TypedShell shell = TypedShell.open(home)) {
            assertThat(shell.lastLine()).isEqualTo(NOWHERE);
            assertThat(shell.answer(USE))
                    .isEqualTo("at vault testBkpVault, group TestBkpVaultRG, subscription Backup Operations");
            assertThat(shell.lastLine()).isEqualTo(PROMPT);
        }
    }

    @Test
    void tabCompletesCommandsSubcommandsAndOptionsBehindAHyphen() {
        try (TypedShell shell = TypedShell.open(home)) {
            shell.type("cov" + TAB).awaitLine(NOWHERE + " coverage");
            shell.type(CTRL_U + "protect d" + TAB).awaitLine(NOWHERE + " protect disk");
            shell.type("x --po" + TAB).awaitLine(NOWHERE + " protect disk x --policy");
            shell.type(CTRL_U + "protect disk x -" + TAB).awaitText("options of every command");
            assertThat(shell.text())
                    .contains("--snapshot-group", "--show-request")
                    .as("those of the start are refused here")
                    .doesNotContain("--endpoint", "--sandbox", "--version");
        }
    }

    @Test
    void tabWithoutAHyphenOffersNoOptions() {
        try (TypedShell shell = TypedShell.open(home)) {
            shell.type("vault " + TAB).awaitText("One vault: ");
            assertThat(shell.text()).doesNotContain("--");
        }
    }

    @Test
    void tabKnowsWhatWasListed() {
        try (TypedShell shell = atVault()) {
            shell.line("policy list");
            shell.line("datasource list disk");
            shell.type("protect disk ms" + TAB).awaitLine(PROMPT + " protect disk msdiskbackup");
            shell.type("--policy Disk" + TAB).awaitText("DiskDaily-Policy");
            shell.type("D" + TAB).awaitText(PROMPT + " protect disk msdiskbackup --policy DiskDaily-Policy");
            shell.type(CTRL_U + "use vault te" + TAB).awaitText(PROMPT + " use vault testBkpVault");
            assertThat(shell.past()).isEmpty();
        }
    }

    @Test
    void tabOffersAnIdSegmentBySegment() {
        try (TypedShell shell = atVault()) {
            shell.line("vault list");
            shell.line("datasource list");
            shell.type("protect disk /sub" + TAB).awaitText("bbbb1b1b-cc2c-dd3d-ee4e-ffffff5f5f5f/");
            shell.type("a" + TAB).await(text -> joined(text).contains("> protect disk " + Seeds.DISKS));
            shell.type("ms" + TAB).await(text -> joined(text).contains("> protect disk " + Seeds.DISK));
            shell.type(CTRL_U + "use /sub" + TAB).awaitText(PROMPT + " use /subscriptions/");
            shell.type("aaaa" + TAB).awaitText("(Backup Operations");
        }
    }

    /** A line that the screen wraps, in one piece. */
    private static String joined(String screen) {
        return screen.replace("\n", "");
    }

    @Test
    void tabKnowsErrorCodesAndFormats() {
        try (TypedShell shell = TypedShell.open(home)) {
            shell.type("explain UserErrorMan" + TAB).awaitLine(NOWHERE + " explain UserErrorManagedDiskNotFound");
            shell.type(CTRL_U + "instance list -o " + TAB).awaitText("jsonl");
            assertThat(shell.text()).contains("record", "table");
            shell.type("r" + TAB).awaitText(NOWHERE + " instance list -o record");
        }
    }

    @Test
    void theMainJobTyped() {
        try (TypedShell shell = atVault()) {
            assertThat(shell.line(Seeds.PROTECT_DISK))
                    .contains(
                            "msdiskbackup  permission missing  Disk Backup Reader on disk msdiskbackup",
                            "msdiskbackup  in force",
                            "msdiskbackup  created             " + Seeds.DISK_INSTANCE,
                            "msdiskbackup  protected  ProtectionConfigured  " + Seeds.DISK_INSTANCE);
            assertThat(shell.line(Seeds.PROTECT_BLOB)).contains("msblobbackup  protected  ProtectionConfigured");
            assertThat(shell.answer("instance list")).endsWith("2 backup instances");
            shell.type("instance show msd" + TAB).awaitText("> instance show " + Seeds.DISK_INSTANCE);
        }
    }

    @Test
    void ctrlCDetachesAndTellsHowToReturn() throws IOException {
        try (Sandbox sandbox = Sandbox.start(FixedHour.inProcess().withSpeed(0).withEstate(SandboxEstate.seeds()));
                TypedShell shell = TypedShell.at(sandbox, home, "--speed", "50", "--vault", "testBkpVault")) {
            shell.type(Seeds.PROTECT_DISK + ENTER).await(text -> {
                boolean created = text.contains("accepted as operation");
                if (!created) {
                    sandbox.clock().advance(STEP);
                }
                return created;
            });
            String text = shell.type(CTRL_C).await(t -> t.contains("detached from operation") && t.endsWith(">"));
            String said = text.substring(text.indexOf("detached from operation"), text.lastIndexOf('\n'));
            assertThat(said.replace("\n", ""))
                    .matches("detached from operation \\d+ \\(create instance " + Seeds.DISK_INSTANCE
                            + "\\)\\. It goes on at the service; `operation watch \\d+` comes back to it; the same"
                            + " `protect` goes on from there\\.");
            String number = said.replaceAll("(?s)detached from operation (\\d+).*", "$1");
            assertThat(shell.answer("operation list --open")).contains("1 operation");
            shell.type("operation watch " + number + ENTER).await(t -> {
                sandbox.clock().advance(STEP);
                return t.contains("succeeded: ProtectionConfigured");
            });
            assertThat(shell.isOpen()).isTrue();
        }
    }

    @Test
    void aDeletionAsksForTheNameAndTakesNoOther() {
        try (TypedShell shell = atVault()) {
            shell.line(Seeds.PROTECT_DISK);
            shell.type("instance delete msdiskbackup" + ENTER)
                    .await(text -> unwrapped(text).endsWith("Type msdiskbackup to go on:"));
            shell.type("yes" + ENTER).awaitText("not confirmed: nothing was changed.\n" + PROMPT);
            shell.line("instance list");
            shell.awaitText("1 backup instance\n");
            shell.type("instance delete msdiskbackup" + ENTER)
                    .await(text -> unwrapped(text).split("to go on:", -1).length == 3);
            shell.type("msdiskbackup" + ENTER).awaitText("delete msdiskbackup: succeeded: gone\n" + PROMPT);
            shell.line("instance list");
            shell.awaitText("no backup instances\n");
            shell.type(UP).awaitLine(PROMPT + " instance list");
            shell.type(UP).awaitLine(PROMPT + " instance delete msdiskbackup");
        }
    }

    /** Without the ends of the screen's lines, where a long sentence goes on. */
    private static String unwrapped(String text) {
        return text.replace("\n", "");
    }

    @Test
    void pipesAndRedirectionsCarryTheDataAndNothingElse() throws IOException {
        Path file = home.resolve("vaults.json");
        try (TypedShell shell = TypedShell.open(home)) {
            assertThat(shell.answer("vault list -o json > " + file)).isEmpty();
            assertThat(Ran.read(Files.readString(file)).size()).isEqualTo(2);
            assertThat(shell.answer("vault list >> " + file + " && status"))
                    .contains("2 vaults", "service")
                    .doesNotContain("paygVault");
            assertThat(Files.readString(file)).contains("paygVault     PaygRG").doesNotContain("\u001b", "2 vaults");
            assertThat(shell.answer("use vault nope || use vault testBkpVault"))
                    .startsWith("there is no vault 'nope'")
                    .contains("at vault testBkpVault");
        }
    }

    @Test
    void historyShowsTheLines() {
        try (TypedShell shell = TypedShell.open(home)) {
            shell.line("vault list");
            assertThat(shell.answer("history")).isEqualTo("1  vault list\n    2  history");
        }
    }

    @Test
    void anErrorIsOneSentenceSaidOnce() {
        try (TypedShell shell = atVault()) {
            assertThat(shell.answer("policy show nope"))
                    .startsWith("the vault testBkpVault has no policy 'nope'")
                    .doesNotContain("\n");
            assertThat(shell.answer("explain last")).contains("has no policy 'nope'");
            assertThat(shell.answer("protcet disk x"))
                    .contains("there is no command 'protcet'")
                    .doesNotContain("\n");
            assertThat(shell.answer("vault list --sandbox"))
                    .isEqualTo("--sandbox belongs to the start of dpsh: a session keeps the service it began with.");
        }
    }

    @Test
    void exitLeavesWithItsCode() {
        try (TypedShell shell = TypedShell.open(home)) {
            assertThat(shell.answer("exit 300")).isEqualTo("300 is no exit code: one lies between 0 and 255.");
            shell.type("exit 4" + ENTER);
            assertThat(shell.awaitCode()).isEqualTo(4);
        }
    }

    @Test
    void aWideTableBecomesARecordWhereTheScreenIsNarrow() {
        try (TypedShell shell = TypedShell.open(home, 40, "--sandbox", "--speed", "600")) {
            shell.line(USE);
            assertThat(shell.lastLine()).isEqualTo("dpsh testBkpVault>");
            assertThat(shell.answer("policy list")).contains("name      DiskDaily-Policy", "protects  disk");
            assertThat(shell.text().lines()).allMatch(line -> line.length() <= 40);
        }
        try (TypedShell shell = TypedShell.open(home, 200, "--sandbox", "--speed", "600")) {
            assertThat(shell.answer("vault list")).contains("testBkpVault  TestBkpVaultRG  westus");
        }
    }

    @Test
    void aDumbTerminalWorks() {
        try (TypedShell shell = TypedShell.dumb(home)) {
            shell.type(USE + ENTER).awaitText("at vault testBkpVault");
            shell.type("policy list" + ENTER).awaitText("5 policies");
            assertThat(shell.text()).doesNotContain("[1m", "[0m");
        }
    }

    @Test
    void hostileNamesDoNotReachTheScreenAsCommands() throws IOException {
        String hostile = "evil\u001b[2J\u001b]0;owned\u0007\u202ename";
        SandboxEstate estate = SandboxEstate.seeds();
        estate = estate.subscription("cccc2c2c-dd3d-ee4e-ff5f-aaaaaa6a6a6a", hostile);
        try (Sandbox sandbox =
                        Sandbox.start(FixedHour.inProcess().withSpeed(600).withEstate(estate));
                TypedShell shell = TypedShell.at(sandbox, home, "--speed", "600")) {
            assertThat(shell.answer("use"))
                    .contains("evil", "Backup Operations")
                    .doesNotContain("\u202e", "\u0007");
            assertThat(shell.text()).startsWith("dpsh development at 127.0.0.1:");
            shell.type("use subscription evil" + TAB);
            shell.type(CTRL_U + "vault list" + ENTER).awaitText("2 vaults");
        }
    }
}
