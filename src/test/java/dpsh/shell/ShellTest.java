package dpsh.shell;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.CTRL_D;
import static dpsh.shell.VirtualScreen.ENTER;
import static dpsh.shell.VirtualScreen.TAB;
import static dpsh.shell.VirtualScreen.UP;
import static dpsh.shell.VirtualShell.PROMPT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dpsh.session.Known;
import dpsh.session.KnownValues;
import dpsh.view.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
    /** The arrow keys of terminals that do not heed the application mode. */
    private static final String OTHER_UP = "\u001b[A";

    private static final String OTHER_DOWN = "\u001b[B";
    private static final String DISKS = "/subscriptions/s1/resourceGroups/RG/providers/Microsoft.Compute/disks/";
    private static final KnownValues KNOWN = (kind, prefix) -> switch (kind) {
        case "disk" ->
            List.of(
                    new Known("msdiskbackup", "32 GiB", "disks", true),
                    new Known("data disk", "1 TiB", "disks", true),
                    new Known(DISKS + "msdiskbackup", "32 GiB", "disks", true),
                    new Known(DISKS + "sqldata", "1 TiB", "disks", true));
        case "vault" -> List.of(new Known("testBkpVault", "westus", "vaults", true));
        default -> List.of();
    };

    private static VirtualShell knowing() {
        return VirtualShell.open("xterm-256color", 100, KNOWN, null);
    }

    @Test
    void showsThePromptAndRunsALine() {
        try (VirtualShell shell = VirtualShell.open()) {
            assertThat(shell.text()).isEqualTo(PROMPT);
            shell.type("echo 'Backup Operations' x" + ENTER).awaitText("Backup Operations|x\n" + PROMPT);
            assertThat(shell.commands.ran).containsExactly(List.of("echo", "Backup Operations", "x"));
        }
    }

    @Test
    void tabCompletesACommand() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("pro" + TAB).awaitLine(PROMPT + " protect");
            shell.type("d" + TAB).awaitLine(PROMPT + " protect disk");
        }
    }

    @Test
    void tabListsWhatIsPossible() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("vault " + TAB).await(t -> t.contains("List vaults") && t.contains("Show a vault"));
        }
    }

    @Test
    void tabCompletesAnOption() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("protect disk x --pol" + TAB).awaitLine(PROMPT + " protect disk x --policy");
        }
    }

    @Test
    void tabCompletesAnOptionsValue() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("vault list -o ta" + TAB).awaitLine(PROMPT + " vault list -o table");
            shell.type("--output=ta" + TAB).awaitLine(PROMPT + " vault list -o table --output=table");
        }
    }

    @Test
    void tabCompletesAKnownName() {
        try (VirtualShell shell = knowing()) {
            shell.type("use vault TESTB" + TAB).awaitLine(PROMPT + " use vault testBkpVault");
        }
    }

    @Test
    void tabQuotesANameWithABlank() {
        try (VirtualShell shell = knowing()) {
            shell.type("protect disk da" + TAB).awaitLine(PROMPT + " protect disk data\\ disk");
            shell.type(CTRL_C).awaitText(PROMPT + " protect disk data\\ disk\n" + PROMPT);
            shell.type("protect disk 'da" + TAB).awaitLine(PROMPT + " protect disk 'data disk'");
            shell.type(ENTER).await(t -> shell.commands.ran.size() == 1);
            assertThat(shell.commands.ran.get(0)).containsExactly("protect", "disk", "data disk");
        }
    }

    @Test
    void tabCompletesAnIdSegmentBySegment() {
        try (VirtualShell shell = VirtualShell.open("xterm-256color", 160, KNOWN, null)) {
            shell.type("protect disk /sub" + TAB).awaitText(PROMPT + " protect disk " + DISKS);
            shell.type("SQ" + TAB).awaitLine(PROMPT + " protect disk " + DISKS + "sqldata");
            shell.type(ENTER).await(t -> shell.commands.ran.size() == 1);
            assertThat(shell.commands.ran.get(0)).containsExactly("protect", "disk", DISKS + "sqldata");
        }
    }

    @Test
    void tabBehindAnOperatorStartsAnew() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("echo a && pro" + TAB).awaitLine(PROMPT + " echo a && protect");
            shell.type(CTRL_C).awaitText("&& protect\n" + PROMPT);
            shell.type("echo a;vau" + TAB).awaitLine(PROMPT + " echo a;vault");
        }
    }

    @Test
    void ctrlCClearsTheLineAndThenSaysHowToLeave() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("echo one").awaitLine(PROMPT + " echo one");
            shell.type(CTRL_C).awaitText(PROMPT + " echo one\n" + PROMPT);
            assertThat(shell.text()).doesNotContain("Ctrl-D");
            shell.type(CTRL_C).awaitText("Ctrl-C once more leaves; so do exit and Ctrl-D.\n" + PROMPT);
            assertThat(shell.commands.ran).isEmpty();
            assertThat(shell.isOpen()).isTrue();
            shell.type(CTRL_C);
            assertThat(shell.awaitCode()).isZero();
        }
    }

    @Test
    void whatWasTypedAndErasedInBetweenMakesCtrlCTheFirstAgain() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type(CTRL_C).awaitText("Ctrl-C once more leaves; so do exit and Ctrl-D.\n" + PROMPT);
            shell.type("x").awaitLine(PROMPT + " x");
            shell.type("\u007f").awaitLine(PROMPT);
            shell.type(CTRL_C).awaitText("Ctrl-D.\n" + PROMPT + "\n" + PROMPT);
            shell.type(CTRL_C).await(text -> text.split("once more leaves", -1).length == 3);
            shell.type(CTRL_C);
            assertThat(shell.awaitCode()).isZero();
        }
    }

    /** Red, tried: not keeping it in {@code InterruptKey}. */
    @Test
    void ctrlCBetweenACommandAndThePromptCountsAtThePrompt() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.behindNextLine.set(() -> shell.type(CTRL_C));
            shell.type("echo a b" + ENTER).awaitText("Ctrl-C once more leaves; so do exit and Ctrl-D.\n" + PROMPT);
            shell.type(CTRL_C);
            assertThat(shell.awaitCode()).isZero();
        }
    }

    @Test
    void ctrlCBetweenTwoPastedLinesEndsThem() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.behindNextLine.set(() -> shell.type(CTRL_C));
            shell.type("\u001b[200~echo one\necho two\u001b[201~").awaitText("echo two");
            shell.type(ENTER).awaitText("\none\n^C\n" + PROMPT);
            shell.type("echo three" + ENTER).awaitText("\nthree\n" + PROMPT);
            assertThat(shell.commands.ran).containsExactly(List.of("echo", "one"), List.of("echo", "three"));
        }
    }

    @Test
    void ctrlDLeavesWithZeroWhateverFailedBefore() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("fail 4" + ENTER).awaitText("failing with 4\n" + PROMPT);
            shell.type(CTRL_D);
            assertThat(shell.awaitCode()).isZero();
        }
    }

    @Test
    void exitLeavesWithItsCode() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("exit 3" + ENTER);
            assertThat(shell.awaitCode()).isEqualTo(3);
        }
    }

    @Test
    void arrowUpBringsTheLastLineBack() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("echo one" + ENTER).awaitText("one\n" + PROMPT);
            shell.type("echo two" + ENTER).awaitText("two\n" + PROMPT);
            shell.type(UP).awaitLine(PROMPT + " echo two");
            shell.type(UP).awaitLine(PROMPT + " echo one");
            shell.type(OTHER_DOWN).awaitLine(PROMPT + " echo two");
            shell.type(OTHER_UP).awaitLine(PROMPT + " echo one");
        }
    }

    @Test
    void keepsAHistoryForItsOwnerWithoutSecretsBlanksAndRepetitions(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("home/history");
        try (VirtualShell shell = VirtualShell.open("xterm-256color", 100, KNOWN, file)) {
            shell.type("echo one" + ENTER).awaitText("\none\n" + PROMPT);
            shell.type("echo one" + ENTER).awaitText("\none\n" + PROMPT + " echo one\none\n" + PROMPT);
            shell.type(" echo blank" + ENTER).awaitText("\nblank\n" + PROMPT);
            shell.type("echo https://x/?sig=abc" + ENTER).awaitText("\nhttps://x/?sig=abc\n" + PROMPT);
            shell.type("echo 'Bearer abc'" + ENTER).awaitText("\nBearer abc\n" + PROMPT);
            shell.type("echo last" + ENTER).awaitText("\nlast\n" + PROMPT);
        }
        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(Files.readString(file)).contains("echo one").contains("echo last");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (VirtualShell shell = VirtualShell.open("xterm-256color", 100, KNOWN, file)) {
            shell.type(UP).awaitLine(PROMPT + " echo last");
            shell.type(CTRL_C).awaitText("echo last\n" + PROMPT);
            shell.type("history" + ENTER).awaitText("    1  echo one\n    2  echo last");
        }
    }

    @Test
    void aHistoryThatCannotBeKeptIsSaidOnce(@TempDir Path directory) throws IOException {
        Path blocked = Files.createFile(directory.resolve("file")).resolve("history");
        try (VirtualShell shell = VirtualShell.open("xterm-256color", 100, KNOWN, blocked)) {
            shell.awaitText("History is not kept: ");
            shell.type("echo on" + ENTER).awaitText("\non\n" + PROMPT);
        }
    }

    @Test
    void asksAndPassesTheAnswerOn() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("ask" + ENTER).awaitLine("Really?");
            shell.type(" yes " + ENTER).awaitText("answer=yes\n" + PROMPT);
            shell.type(UP).awaitLine(PROMPT + " ask");
        }
    }

    @Test
    void ctrlCAtAQuestionEndsTheCommand() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("ask" + ENTER).awaitLine("Really?");
            shell.type(CTRL_C).awaitText("interrupted at the question");
            shell.type("echo on" + ENTER).awaitText("\non\n" + PROMPT);
        }
    }

    @Test
    void noticesAppearAboveTheLineBeingEdited() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("echo half").awaitLine(PROMPT + " echo half");
            shell.notices.show("operation 7 succeeded");
            shell.awaitText("operation 7 succeeded\n" + PROMPT + " echo half");
            shell.type(ENTER).awaitText("\nhalf\n" + PROMPT);
        }
    }

    /** Red, tried: looking first whether a line is typed, and painting then. */
    @Test
    void aPromptThatChangesWhenTheLineWasSentIsNotPaintedOverTheCommand() throws InterruptedException {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.whenPromptIsMade.set(() -> {
                shell.type("wait" + ENTER);
                shell.await(text -> shell.commands.waiting.getCount() == 0);
            });
            requireNonNull(shell.teller).accept(Cell.of("operation 7 succeeded"));
            assertThat(shell.awaitText("operation 7 succeeded")).endsWith("\n" + PROMPT + " wait\nwaiting");
            shell.awaitSignals().type(CTRL_C).awaitText("It goes on at the service.\n" + PROMPT);
        }
    }

    @Test
    void aBlockStandsBelowWhatIsPrintedAndStaysWhenTheCommandIsInterrupted() throws InterruptedException {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("live" + ENTER);
            shell.commands.waiting.await();
            shell.awaitText(PROMPT + " live\nfirst is done\nworking\n1 of 3");
            shell.notices.show("operation 7 succeeded");
            shell.awaitText("first is done\noperation 7 succeeded\nworking\n1 of 3");
            shell.type(CTRL_C)
                    .awaitText("operation 7 succeeded\nworking\n1 of 3\ninterrupted. It goes on at the service.\n"
                            + PROMPT);
        }
    }

    @Test
    void aDumbTerminalHasNoBlock() throws InterruptedException {
        try (VirtualShell shell = VirtualShell.open("dumb", 100, KNOWN, null)) {
            shell.type("live" + ENTER);
            shell.commands.waiting.await();
            shell.type(CTRL_C).awaitText("It goes on at the service.\n" + PROMPT);
            assertThat(shell.text()).contains("first is done").doesNotContain("working", "[1A");
        }
    }

    @Test
    void aNarrowTerminalGetsAShortPromptAndLongLines() {
        try (VirtualShell shell = VirtualShell.open("xterm-256color", 40, KNOWN, null)) {
            shell.awaitLine("dpsh testBkpVault>");
            String word = "a".repeat(60);
            shell.type("echo " + word + ENTER).await(t -> t.replace("\n", "").contains(word + word));
            shell.type("width" + ENTER).awaitText("width=40");
        }
    }

    /** The line editor's own copy of the line is gone then: a dumb terminal has echoed it already. */
    @Test
    void aDumbTerminalWorksWithoutColour() {
        try (VirtualShell shell = VirtualShell.open("dumb", 100, KNOWN, null)) {
            shell.type("echo plain" + ENTER).awaitText("plain\n" + PROMPT);
            assertThat(shell.text()).doesNotContain("[32m").doesNotContain("[1m");
        }
    }

    @Test
    void pastedLinesRunUntilOneFails() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("\u001b[200~echo one\nfail 4\necho three\u001b[201~").await(t -> t.contains("echo three"));
            shell.type(ENTER).awaitText("failing with 4\n" + PROMPT);
            assertThat(shell.commands.ran).containsExactly(List.of("echo", "one"), List.of("fail", "4"));
        }
    }

    @Test
    void ctrlCAlsoStopsTheRestOfTheLine() throws InterruptedException {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("wait ; echo never" + ENTER);
            shell.commands.waiting.await();
            shell.type(CTRL_C).awaitText("It goes on at the service.\n" + PROMPT);
            assertThat(shell.commands.ran).containsExactly(List.of("wait"));
        }
    }
}
