package dpsh;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.ENTER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The live view of all operations, jobs and runs: at a prompt, in line, and without a terminal. */
class WatchTest {
    private static final String ESCAPE = "\u001b";
    private static final String DOWN = "\u001b[B";

    private static TypedShell shell(Dpsh dpsh, String... further) {
        String[] all = new String[further.length + 2];
        all[0] = "--speed";
        all[1] = String.valueOf(Dpsh.SPEED);
        System.arraycopy(further, 0, all, 2, further.length);
        return TypedShell.at(dpsh.sandbox(), dpsh.home(), all);
    }

    private static void leaveOpen(Dpsh dpsh, String... instances) {
        for (String instance : instances) {
            OpenOperations.in(dpsh.home(), dpsh.sandbox().endpoint().toString(), instance);
        }
    }

    @Test
    void showsOperationsJobsAndRunsAndGivesTheScreenBack() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            dpsh.atVault(Seeds.PROTECT_DISK_DAILY).ends(0);
            leaveOpen(dpsh, "sqldata");
            try (TypedShell shell = shell(dpsh, "--vault", "testBkpVault")) {
                shell.line("instance backup msdiskbackup --no-wait");
                String before = shell.text();
                // The backup takes a third of a second here: it may have ended before the view is there.
                shell.type("watch" + ENTER);
                String text = shell.await(t -> t.contains("create instance  sqldata") && t.contains("q leave"));
                assertThat(text).startsWith("watch  ").doesNotContain("validate", "dpsh");
                shell.type("a").await(t -> t.contains("validate") && t.contains("grant role"));
                shell.await(t -> t.contains("back up") && t.contains("job "));
                shell.type("/").type("SQL").await(t -> t.contains("/SQL_") && !t.contains("validate"));
                shell.type(ENTER).type("d").awaitText("/backupInstances/sqldata");
                shell.type(ESCAPE).await(t -> t.contains("/SQL") && t.contains("q leave"));
                shell.type(ESCAPE).await(t -> t.contains("validate") && t.startsWith("watch  1 running"));
                shell.type("q");
                String after = shell.await(t -> t.endsWith("[1]>"));
                assertThat(after)
                        .startsWith(before.lines()
                                .limit(4)
                                .reduce((a, b) -> a + "\n" + b)
                                .orElseThrow());
                assertThat(after).contains("1 goes on at the service; `watch` comes back.");
            }
        }
    }

    @Test
    void aRunThatIsWorkedOnIsARowAndCounted() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            OpenOperations.run(dpsh.home(), dpsh.sandbox().endpoint().toString(), "2,000 disks");
            try (TypedShell shell = shell(dpsh)) {
                shell.line("vault list");
                shell.await(t -> t.endsWith("[1]>"));
                shell.type("watch" + ENTER).awaitText("> run 1");
                assertThat(shell.text()).contains("2,000 disks", "running", "nothing to do");
                shell.type("d").awaitText("plan-1");
                shell.type(CTRL_C).await(t -> t.endsWith("[1]>"));
            }
        }
    }

    /** The seeds' only protected disk is in a vault where nobody stands; its jobs of the week before are there from the start. */
    @Test
    void jobsAreThoseOfTheVaultWhereOneStandsAndWithAllThoseOfEveryVault() {
        try (Dpsh dpsh = Dpsh.atSeeds();
                TypedShell shell = shell(dpsh)) {
            shell.type("watch" + ENTER).awaitText("of jobs none: `use vault NAME`, or --all");
            shell.type("q").await(t -> t.endsWith(">"));
            shell.line("use vault testBkpVault");
            shell.type("watch" + ENTER).type("a").awaitText("runs, and jobs as of");
            assertThat(shell.text()).contains("0 of 0 shown").doesNotContain("disk-east-02");
            shell.type("q").await(t -> t.endsWith(">"));
            shell.type("watch --all" + ENTER).type("a").awaitText("7 of 7 shown");
            assertThat(shell.text().lines())
                    .filteredOn(line -> line.contains("job "))
                    .hasSize(7)
                    .allMatch(line -> line.matches(".*backup +disk-east-02 +Completed.*"));
            shell.type("d").awaitText("/backupVaults/paygVault/backupJobs/");
            shell.type(CTRL_C).await(t -> t.endsWith(">"));
        }
    }

    /** Red when the first vault that refuses ends the look: the other's job is not shown then. */
    @Test
    void aVaultThatCannotBeReadIsNamedAndTheJobsOfTheOthersAreShown() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            dpsh.atVault(Seeds.PROTECT_DISK_DAILY).ends(0);
            dpsh.atVault("instance backup msdiskbackup").ends(0);
            dpsh.sandbox().faults().add("code AuthorizationFailed path=paygVault/backupJobs");
            try (TypedShell shell = shell(dpsh)) {
                shell.type("watch --all" + ENTER).type("a").awaitText("jobs: list jobs of backup vault paygVault: ");
                assertThat(shell.text()).containsPattern("job \\S+ +backup +msdiskbackup +Completed");
            }
        }
    }

    @Test
    void arrowsMoveTheMarkAndCtrlCLeavesOnlyTheView() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            leaveOpen(dpsh, "first", "second");
            try (TypedShell shell = shell(dpsh)) {
                shell.type("watch" + ENTER).awaitText("> op 2");
                shell.type(DOWN).awaitText("> op 1");
                shell.type("\u001bOA").awaitText("> op 2");
                shell.type("s").awaitText("by state");
                shell.type(CTRL_C).await(t -> t.endsWith("[2]>"));
                assertThat(shell.isOpen()).isTrue();
                assertThat(shell.text()).contains("2 go on at the service; `watch` comes back.");
            }
        }
    }

    @Test
    void anotherSizeIsDrawnAnew() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            leaveOpen(dpsh, "first");
            try (TypedShell shell = shell(dpsh)) {
                shell.type("watch" + ENTER).awaitText("create instance");
                shell.resize(40, 8);
                shell.await(t -> t.contains("what goes on") && t.lines().count() == 8);
                shell.resize(20, 5);
                shell.await(t -> t.lines().count() == 5 && t.contains("> op 1"));
                shell.resize(100, 20);
                shell.await(t -> t.contains("create instance") && t.lines().count() == 20);
                shell.type("q").await(t -> t.contains("`watch` comes back") && t.endsWith("]>"));
            }
        }
    }

    @Test
    void whatEndsWhileItIsWatchedIsToldAfterwards() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            leaveOpen(dpsh, "sqldata");
            try (TypedShell shell = shell(dpsh)) {
                shell.line("vault list");
                shell.await(t -> t.endsWith("[1]>"));
                shell.type("watch" + ENTER).await(t -> t.contains("sqldata") && t.contains("1 running"));
                OpenOperations.end(dpsh.home(), 1);
                shell.await(t -> t.contains("succeeded") && t.contains("0 running"));
                shell.type("q");
                shell.await(t -> t.contains("(create instance sqldata) succeeded: ProtectionConfigured")
                        && t.endsWith("127.0.0.1:" + dpsh.sandbox().endpoint().getPort() + ">"));
            }
        }
    }

    @Test
    void inLineItEndsWithTheLastThatRuns() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            leaveOpen(dpsh, "sqldata");
            try (TypedShell shell = shell(dpsh)) {
                shell.type("watch --inline" + ENTER).awaitText("op 1  create instance  sqldata");
                OpenOperations.end(dpsh.home(), 1);
                shell.await(t -> t.contains("op 1  create instance  sqldata  succeeded") && t.endsWith(">"));
            }
        }
    }

    @Test
    void inLineCtrlCDetachesAndTellsTheWayBack() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            leaveOpen(dpsh, "first");
            try (TypedShell shell = shell(dpsh)) {
                shell.type("watch --inline" + ENTER).awaitText("op 1  create instance  first");
                shell.type(CTRL_C).await(t -> t.contains("left the watch") && t.endsWith("[1]>"));
                assertThat(shell.text()).contains("`watch` comes back");
            }
        }
    }

    @Test
    void withoutATerminalALineForEachChangeUntilNothingRuns() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            dpsh.atVault(Seeds.PROTECT_DISK_DAILY).ends(0);
            dpsh.atVault("instance backup msdiskbackup --no-wait").ends(0);
            Ran ran = dpsh.atVault("watch").ends(0);
            assertThat(ran.out()).doesNotContain("\u001b");
            assertThat(ran.out().lines())
                    .anyMatch(line -> line.matches("op \\d+ back up msdiskbackup\\S*: succeeded: Completed.*"));
            Ran nothing = dpsh.atVault("watch").ends(0);
            assertThat(nothing.out()).isEmpty();
            assertThat(nothing.err()).contains("nothing runs; `operation list`");
        }
    }

    @Test
    void forProgramsItIsAListInTheEnd() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            dpsh.atVault(Seeds.PROTECT_DISK_DAILY).ends(0);
            dpsh.atVault("instance backup msdiskbackup --no-wait").ends(0);
            Ran ran = dpsh.atVault("watch -o json").ends(0);
            assertThat(Ran.read(ran.out()).findValuesAsText("state")).contains("succeeded");
        }
    }

    @Test
    void whatDoesNotEndInTimeIsADeadline() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            leaveOpen(dpsh, "first");
            Ran ran = dpsh.lines("watch --timeout 5m").ends(5);
            assertThat(ran.out()).startsWith("op 1 create instance first: ");
            assertThat(ran.err()).contains("not all ended within 300 s", "`watch` comes back");
        }
    }
}
