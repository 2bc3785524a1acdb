package dpsh.shell;

import static dpsh.shell.VirtualShell.PROMPT;
import static org.assertj.core.api.Assertions.assertThat;

import dpsh.session.Preference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that are taller than the screen, which has 24 lines here. */
class PagerTest {
    private static final String FOOT = "q leaves, / searches";

    @Test
    void aResultThatFitsIsNotPaged() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("tall 22\r").awaitText("row 22\n22 rows\n" + PROMPT);
        }
    }

    /** Red when the total is said before the pager is left: it would stand in the middle of the page. */
    @Test
    void aTallerOneIsReadPageByPageAndItsTotalSaidBehind() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("tall 60\r").awaitText("row 23\n" + FOOT);
            assertThat(shell.text()).startsWith("row 1\n").doesNotContain("60 rows");
            shell.type("G").awaitText("row 60\n");
            shell.type("q").awaitText("row 22\n60 rows\n" + PROMPT);
            shell.type("echo on\r").awaitText("\non\n" + PROMPT);
        }
    }

    @Test
    void searchingFindsAndTheScreenComesBackWhole() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("echo before\r").awaitText("\nbefore\n" + PROMPT);
            shell.type("tall 99\r").awaitText(FOOT);
            shell.type("/row 77\r").await(text -> text.startsWith("row 77\n"));
            shell.type("q").awaitText("99 rows\n" + PROMPT);
            assertThat(shell.text()).contains("row 22").doesNotContain("row 77").doesNotContain(FOOT);
        }
    }

    @Test
    void ctrlCLeavesThePagerForThePrompt() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("tall 60\r").awaitText(FOOT);
            shell.type("j").awaitText("row 24");
            shell.awaitSignals().type("\u0003").awaitText("60 rows\n" + PROMPT);
            shell.type("echo on\r").awaitText("\non\n" + PROMPT);
        }
    }

    @Test
    void whoeverWantsNoPagerGetsNone() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.preferences.set(Preference.PAGER, "off");
            shell.type("tall 60\r").awaitText("row 60\n60 rows\n" + PROMPT);
        }
    }

    @Test
    void whatIsRedirectedIsNeverPaged(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("rows");
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("tall 60 > " + file + "\r").awaitText("60 rows\n" + PROMPT);
            assertThat(Files.readAllLines(file)).hasSize(60);
            shell.type("tall 60 | wc -l\r").awaitText("60\n" + PROMPT);
        }
    }

    @Test
    void aTerminalThatCannotRedrawIsNotPaged() {
        try (VirtualShell shell = VirtualShell.open("dumb", 100, dpsh.session.KnownValues.NONE, null)) {
            shell.type("tall 60\r").awaitText("60 rows\n" + PROMPT);
        }
    }
}
