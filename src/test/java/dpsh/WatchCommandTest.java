package dpsh;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.ENTER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code watch COMMAND [every D] [until JMESPATH]}. */
class WatchCommandTest {
    private static final String NONE_RUNS = "\"length([?properties.status=='InProgress']) == `0`\"";

    private Dpsh dpsh;

    @BeforeEach
    void start() {
        dpsh = Dpsh.atSeeds();
    }

    @AfterEach
    void stop() {
        dpsh.close();
    }

    private TypedShell shell() {
        return TypedShell.at(
                dpsh.sandbox(), dpsh.home(), "--speed", String.valueOf(Dpsh.SPEED), "--vault", "testBkpVault");
    }

    @Test
    void withoutATerminalItTellsWhatItWaitedFor() {
        dpsh.atVault(Seeds.PROTECT_DISK_DAILY).ends(0);
        dpsh.atVault("instance backup msdiskbackup --no-wait").ends(0);
        Ran ran = dpsh.atVault("watch job list every 15s until " + NONE_RUNS).ends(0);
        assertThat(ran.out()).contains("Completed").doesNotContain("InProgress", "\u001b");
        assertThat(ran.err()).containsOnlyOnce("1 job\n").doesNotContain("2 jobs");
    }

    @Test
    void withTimesEachResultIsPrinted() {
        Ran ran = dpsh.run("watch", "--times", "3", "vault", "list", "-o", "jsonl", "every", "1m")
                .ends(0);
        assertThat(ran.out().lines().filter(line -> line.contains("\"testBkpVault\"")))
                .hasSize(3);
        assertThat(dpsh.run("watch", "vault", "list", "-o", "tsv", "--times", "1")
                        .ends(0)
                        .out())
                .contains("testBkpVault\t");
    }

    @Test
    void theOptionsInFrontOfTheCommandAreItsOwn() {
        dpsh.run("watch", "--columns", "name,region", "--sort", "-name", "vault", "list", "-o", "csv", "times", "1")
                .ends(0)
                .prints("name,region\ntestBkpVault,westus\npaygVault,eastus\n");
    }

    @Test
    void whatNothingWouldEndIsRefused() {
        assertThat(dpsh.run("watch", "vault", "list").ends(2).err())
                .contains("this would never end", "until JMESPATH", "--times N");
    }

    @Test
    void onlyWhatReadsIsRepeated() {
        for (String line : new String[] {
            "protect disk msdiskbackup", "instance validate", "watch", "operation watch 1", "exit", "run x.groovy"
        }) {
            Ran ran = dpsh.lines("watch --times 2 " + line).ends(2);
            assertThat(ran.err()).containsAnyOf("is not repeated", "lacks");
        }
        assertThat(dpsh.lines("watch --times 2 instance delete x --yes").ends(2).err())
                .contains("'instance delete' is not repeated: only what shows or lists something is");
        assertThat(dpsh.lines("watch --times 2 vualt list").ends(2).err()).contains("there is no command 'vualt'");
    }

    @Test
    void itsOwnOptionsHoldForTheCommand() {
        Ran ran = dpsh.run("watch", "--vault", "testBkpVault", "--times", "1", "-o", "json", "policy", "list")
                .ends(0);
        assertThat(Ran.read(ran.out()).size()).isPositive();
    }

    @Test
    void whatDoesNotBecomeTrueFailsOrRunsOutOfTime() {
        Ran often = dpsh.lines("watch --times 2 vault list every 1s until \"length(@) > `10`\"")
                .ends(1);
        assertThat(often.err()).contains("it did not become true in 2 looks");
        assertThat(often.out()).containsOnlyOnce("testBkpVault ");
        Ran late = dpsh.lines("watch --timeout 2m vault list every 30s until \"length(@) > `10`\"")
                .ends(5);
        assertThat(late.err()).contains("it did not become true: it was watched for 120 s");
        Ran misfit = dpsh.lines("watch vault list until \"abs(@)\"").ends(2);
        assertThat(misfit.err()).contains("the query does not fit the result");
    }

    @Test
    void atAPromptTheResultIsRedrawnAndLeft() {
        try (TypedShell shell = shell()) {
            shell.type("watch policy list every 30s" + ENTER);
            String text = shell.awaitText("DiskBackup-Policy");
            assertThat(text).startsWith("watch policy list  every 30 s  20");
            shell.await(t -> t.contains("look 2"));
            shell.type("p").awaitText("held still");
            shell.type("q").await(t -> t.endsWith("testBkpVault>") && t.contains("DiskBackup-Policy"));
            assertThat(shell.text()).contains("> watch policy list every 30s").doesNotContain("interrupted");
        }
    }

    @Test
    void ctrlCEndsItWith130AndThePromptIsBack() {
        try (TypedShell shell = shell()) {
            shell.type("watch policy list || status" + ENTER).awaitText("look 1");
            shell.type(CTRL_C).await(t -> t.contains("left the watch") && t.endsWith("testBkpVault>"));
            assertThat(shell.text())
                    .as("an interrupted line is not gone on with")
                    .doesNotContain("service");
        }
    }

    @Test
    void atAPromptUntilEndsItAndWhatChangedHasAStar() {
        dpsh.atVault(Seeds.PROTECT_DISK_DAILY).ends(0);
        try (TypedShell shell = shell()) {
            shell.line("instance backup msdiskbackup --no-wait");
            shell.type("watch --inline job list every 15s until " + NONE_RUNS + ENTER);
            String text = shell.await(t -> t.contains("Completed") && t.endsWith("testBkpVault>"));
            assertThat(text).contains("1 job\n");
            shell.type("watch job list every 15s until " + NONE_RUNS + " && status" + ENTER);
            shell.await(t -> t.contains("service") && t.endsWith("testBkpVault>"));
        }
    }

    @Test
    void aBrokenQueryOrDurationIsSaidBeforeAnythingIsAsked() {
        assertThat(dpsh.lines("watch vault list until '[?'").ends(2).err()).contains("until is broken");
        assertThat(dpsh.lines("watch vault list every never").ends(2).err()).contains("'never' is no duration");
    }

    @Test
    void tabCompletesTheCommandBehindIt() {
        try (TypedShell shell = shell()) {
            shell.line("policy list");
            shell.type("watch pol" + TypedShell.TAB).await(t -> t.endsWith("> watch policy"));
            shell.type("sh" + TypedShell.TAB).await(t -> t.endsWith("> watch policy show"));
            shell.type("DiskD" + TypedShell.TAB).await(t -> t.endsWith("watch policy show DiskDaily-Policy"));
            shell.type(CTRL_C).type("watch --inl" + TypedShell.TAB).await(t -> t.endsWith("> watch --inline"));
            shell.type("vau" + TypedShell.TAB).await(t -> t.endsWith("> watch --inline vault"));
        }
    }

    @Test
    void onADumbTerminalOneResultFollowsTheOther() {
        try (TypedShell shell = TypedShell.dumb(dpsh.home())) {
            shell.type("watch vault list --columns name every 5s" + ENTER)
                    .await(t -> t.split("2 vaults", -1).length > 2 && t.contains("paygVault"));
            shell.type(CTRL_C).await(t -> t.contains("left the watch") && t.endsWith("dpsh sandbox>"));
            assertThat(shell.text()).doesNotContain("look 1");
            shell.type("use vault paygVault" + ENTER).await(t -> t.endsWith("paygVault>"));
            shell.type("instance backup disk-east-02 --no-wait && watch" + ENTER);
            shell.awaitText("op 1 back up disk-east-02");
            shell.awaitText("succeeded: Completed");
        }
    }
}
