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
}
