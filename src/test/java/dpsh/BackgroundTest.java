package dpsh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What goes on while nobody waits for it: notices above the prompt, and the number in the prompt. */
class BackgroundTest {
    private static final String PROMPT = "dpsh 127.0.0.1:%d Backup Operations/testBkpVault";
    private static final String USE = "use vault testBkpVault";

    private static TypedShell shell(Dpsh dpsh) {
        TypedShell shell = TypedShell.at(dpsh.sandbox(), dpsh.home(), "--speed", String.valueOf(Dpsh.SPEED));
        shell.line(USE);
        return shell;
    }

    @Test
    void whatEndsInTheBackgroundIsToldAboveThePromptAndCountedInIt() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            assertThat(dpsh.atVault(Seeds.PROTECT_DISK).code()).isZero();
            try (TypedShell shell = shell(dpsh)) {
                shell.type("instance backup msdiskbackup --no-wait" + TypedShell.ENTER)
                        .await(text -> text.endsWith("testBkpVault [1]>"));
                shell.type("status");
                String text = shell.awaitText("succeeded: ");
                shell.await(t -> t.endsWith("testBkpVault> status"));
                assertThat(text).containsPattern("operation \\d+ \\(back up msdiskbackup-\\S+\\) succeeded: Completed");
            }
        }
    }

    private static String endpoint(Dpsh dpsh) {
        return dpsh.sandbox().endpoint().toString();
    }

    @Test
    void whatAnEarlierSessionLeftOpenIsFollowedAndAFailureTellsWhereMoreIs() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            OpenOperations.failing(dpsh.home(), endpoint(dpsh), "sqldata");
            try (TypedShell shell = shell(dpsh)) {
                shell.await(text -> text.contains(
                                "operation 1 (create instance sqldata) failed: InstanceGone; `operation show 1` tells"
                                        + " more")
                        && text.endsWith("testBkpVault>"));
                assertThat(shell.answer("operation show 1")).contains("InstanceGone");
            }
        }
    }

    @Test
    void whoWantsNoNoticesGetsNoneAndTheCountIsRight() {
        try (Dpsh dpsh = Dpsh.atSeeds();
                TypedShell shell = shell(dpsh)) {
            shell.line("set notices off");
            OpenOperations.failing(dpsh.home(), endpoint(dpsh), "sqldata");
            shell.line("status");
            shell.await(
                    text -> dpsh.run("operation", "list", "-o", "jsonl").out().contains("InstanceGone"));
            assertThat(shell.line("status")).endsWith("testBkpVault>").doesNotContain("tells more");
        }
    }

    @Test
    void manyEndsAtOnceAreOneLine() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            for (int i = 1; i <= 6; i++) {
                OpenOperations.failing(dpsh.home(), endpoint(dpsh), "disk" + i);
            }
            try (TypedShell shell = shell(dpsh)) {
                shell.awaitText("6 operations ended, 0 of them well; `operation list` shows them");
            }
        }
    }

    @Test
    void whatIsTypedMeanwhileStays() {
        try (Dpsh dpsh = Dpsh.atSeeds();
                TypedShell shell = shell(dpsh)) {
            OpenOperations.failing(dpsh.home(), endpoint(dpsh), "sqldata");
            shell.line("vault list");
            shell.type("instance li").awaitText("tells more");
            shell.await(text -> text.endsWith("testBkpVault> instance li"));
            shell.type("st" + TypedShell.ENTER).awaitText("no backup instances");
        }
    }

    @Test
    void nothingIsFollowedBeforeACommandUsedTheService() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            OpenOperations.failing(dpsh.home(), endpoint(dpsh), "sqldata");
            try (TypedShell shell = TypedShell.at(dpsh.sandbox(), dpsh.home(), "--speed", String.valueOf(Dpsh.SPEED))) {
                shell.line("help operation");
                assertThat(shell.lastLine())
                        .as("nobody has looked into the ledger")
                        .endsWith("> ".strip());
                assertThat(shell.text()).doesNotContain("tells more", "[1]");
                shell.line("vault list");
                shell.awaitText("tells more");
            }
        }
    }

    @Test
    void whatACommandWaitedForIsNotToldTwice() {
        try (Dpsh dpsh = Dpsh.atSeeds();
                TypedShell shell = shell(dpsh)) {
            long number = OpenOperations.failing(dpsh.home(), endpoint(dpsh), "sqldata");
            shell.line("operation watch " + number);
            String text = shell.line("operation list");
            assertThat(text).contains("InstanceGone").doesNotContain("tells more");
        }
    }

    /** Each tells it once, whoever asked; what the ledger says is final (OperationStatesAreFinalTest). */
    @Test
    void twoShellsOnOneHomeBothTellTheSameEndOnce() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            long number = OpenOperations.in(dpsh.home(), endpoint(dpsh), "sqldata");
            try (TypedShell one = shell(dpsh);
                    TypedShell other = shell(dpsh)) {
                for (TypedShell shell : new TypedShell[] {one, other}) {
                    shell.await(text -> text.endsWith("testBkpVault [1]>"));
                }
                OpenOperations.end(dpsh.home(), number);
                for (TypedShell shell : new TypedShell[] {one, other}) {
                    shell.await(text -> text.contains("(create instance sqldata) succeeded: ProtectionConfigured")
                            && text.endsWith("testBkpVault>"));
                    assertThat(shell.line("operation list")).containsOnlyOnce(") succeeded: ");
                }
            }
        }
    }
}
