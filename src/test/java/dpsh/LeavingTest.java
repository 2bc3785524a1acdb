package dpsh;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.CTRL_D;
import static dpsh.shell.VirtualScreen.ENTER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The question on leaving while operations run, and the second Ctrl-C. */
class LeavingTest {
    private static final String QUESTION = "Leave? [y/N]";

    private static TypedShell shell(Dpsh dpsh) {
        return TypedShell.at(dpsh.sandbox(), dpsh.home(), "--speed", String.valueOf(Dpsh.SPEED));
    }

    /** One whose session is connected, with one operation that runs and one more for each further name. */
    private static TypedShell busy(Dpsh dpsh, String... instances) {
        for (String instance : instances) {
            OpenOperations.in(dpsh.home(), dpsh.sandbox().endpoint().toString(), instance);
        }
        TypedShell shell = shell(dpsh);
        shell.line("operation list --open");
        shell.await(text -> text.endsWith("[" + instances.length + "]>"));
        return shell;
    }

    @Test
    void exitTellsWhatGoesOnAndAsks() {
        try (Dpsh dpsh = Dpsh.atSeeds();
                TypedShell shell = busy(dpsh, "sqldata", "msdiskbackup")) {
            String text = shell.type("exit" + ENTER).awaitText(QUESTION);
            assertThat(text)
                    .contains("2 operations go on:\n  operation 1 (create instance sqldata) ")
                    .contains("\n  operation 2 (create instance msdiskbackup) ")
                    .endsWith("\nThey go on at the service; `operation watch` comes back to them in a later dpsh.\n"
                            + QUESTION);
            shell.type("n" + ENTER).awaitText("You stay.\ndpsh");
            assertThat(shell.isOpen()).isTrue();
            shell.type("exit 4" + ENTER).await(t -> t.endsWith(QUESTION));
            shell.type("y" + ENTER);
            assertThat(shell.awaitCode()).isEqualTo(4);
        }
    }

    @Test
    void yesAnswersTheQuestion() {
        try (Dpsh dpsh = Dpsh.atSeeds();
                TypedShell shell = busy(dpsh, "sqldata")) {
            shell.type("exit --yes" + ENTER);
            assertThat(shell.awaitCode()).isZero();
            assertThat(shell.text()).contains("1 operation goes on:").doesNotContain(QUESTION);
        }
    }

    @Test
    void ctrlDAsksAndASecondOneLeaves() {
        try (Dpsh dpsh = Dpsh.atSeeds();
                TypedShell shell = busy(dpsh, "sqldata")) {
            shell.type(CTRL_D).await(text -> text.endsWith(QUESTION));
            shell.type(ENTER).awaitText("You stay.\ndpsh");
            shell.type(CTRL_D).await(text -> text.endsWith(QUESTION));
            shell.type(CTRL_D);
            assertThat(shell.awaitCode()).isZero();
        }
    }

    @Test
    void theSecondCtrlCAsksAndOneMoreInsists() {
        try (Dpsh dpsh = Dpsh.atSeeds();
                TypedShell shell = busy(dpsh, "sqldata")) {
            shell.type(CTRL_C).awaitText("Ctrl-C once more leaves; so do exit and Ctrl-D.\ndpsh");
            shell.type(CTRL_C).await(text -> text.endsWith(QUESTION));
            shell.type(CTRL_C);
            assertThat(shell.awaitCode()).isZero();
        }
    }

    @Test
    void afterAWatchThatWasDetachedOneMoreCtrlCAsks() {
        try (Dpsh dpsh = Dpsh.atSeeds();
                TypedShell shell = busy(dpsh, "sqldata")) {
            shell.type("operation watch" + ENTER).awaitText("operation 1: ");
            shell.type(CTRL_C).await(t -> t.contains("`operation watch 1` comes back to it") && t.endsWith(">"));
            shell.type(CTRL_C).await(text -> text.endsWith(QUESTION));
            shell.type("n" + ENTER).awaitText("You stay.\ndpsh");
        }
    }

    @Test
    void aLineInBetweenMakesItTheFirstAgain() {
        try (Dpsh dpsh = Dpsh.atSeeds();
                TypedShell shell = shell(dpsh)) {
            shell.type(CTRL_C).awaitText("Ctrl-C once more leaves");
            shell.line("status");
            shell.type(CTRL_C).await(text -> text.split("Ctrl-C once more leaves", -1).length == 3);
            assertThat(shell.isOpen()).isTrue();
            shell.type(CTRL_C);
            assertThat(shell.awaitCode()).isZero();
        }
    }

    @Test
    void aRunThatWasInterruptedIsNamedWithTheWayOn() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            OpenOperations.interruptedRun(dpsh.home(), dpsh.sandbox().endpoint().toString(), "2 disks");
            try (TypedShell shell = shell(dpsh)) {
                shell.line("vault list");
                shell.type("exit" + ENTER);
                assertThat(shell.awaitCode()).isZero();
                assertThat(shell.text())
                        .contains("Run 1 (2 disks) was interrupted; `runs resume 1` goes on with it in a later dpsh.")
                        .doesNotContain(QUESTION);
            }
        }
    }

    @Test
    void whereNothingRunsNothingIsAsked() {
        try (Dpsh dpsh = Dpsh.atSeeds();
                TypedShell shell = shell(dpsh)) {
            shell.line("vault list");
            shell.type(CTRL_D);
            assertThat(shell.awaitCode()).isZero();
            assertThat(shell.text()).doesNotContain(QUESTION);
        }
    }

    @Test
    void withoutAPromptNobodyIsAsked() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            OpenOperations.in(dpsh.home(), dpsh.sandbox().endpoint().toString(), "sqldata");
            Ran ran = dpsh.lines("operation list --open", "exit 5");
            assertThat(ran.code()).isEqualTo(5);
            assertThat(ran.err()).contains("1 operation").doesNotContain("go on", "goes on", QUESTION);
        }
    }
}
