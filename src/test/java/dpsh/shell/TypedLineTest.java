package dpsh.shell;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.ENTER;
import static dpsh.shell.VirtualScreen.TAB;
import static dpsh.shell.VirtualShell.PROMPT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that go on, and what is pasted. */
class TypedLineTest {
    private static final String PASTE = "\u001b[200~";
    private static final String PASTED = "\u001b[201~";

    @Test
    void anOpenQuoteGoesOnInTheNextLine() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("echo '{" + ENTER).awaitLine(">");
            shell.type("\"a\": 1}' x" + ENTER).await(t -> t.endsWith(PROMPT));
            assertThat(shell.commands.ran).containsExactly(List.of("echo", "{\n\"a\": 1}", "x"));
        }
    }

    @Test
    void aBackslashAtTheEndGoesOnInTheNextLine() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("echo one \\" + ENTER).awaitLine(">");
            shell.type("two\\" + ENTER).awaitLine(">");
            shell.type("three" + ENTER).await(t -> t.endsWith(PROMPT));
            assertThat(shell.commands.ran).containsExactly(List.of("echo", "one", "twothree"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"&&", "||", "|"})
    void anOperatorAtTheEndGoesOnInTheNextLine(String operator) {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("fail 0 " + operator + " " + ENTER).awaitLine(">");
            assertThat(shell.commands.ran).isEmpty();
            shell.type("echo two" + ENTER).await(t -> t.endsWith(PROMPT));
            assertThat(shell.commands.ran).contains(List.of("fail", "0"));
        }
    }

    @Test
    void anOpenBracketOfGroovyGoesOnInTheNextLine() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("= [1," + ENTER).awaitLine(">");
            shell.type("2]").awaitLine("> 2]");
            shell.type(CTRL_C).await(t -> t.endsWith("> 2]\n" + PROMPT));
            assertThat(shell.commands.ran).isEmpty();
        }
    }

    @Test
    void tabCompletesInALineThatGoesOn() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("vault \\" + ENTER).awaitLine(">");
            shell.type("li" + TAB).awaitLine("> list");
            shell.type("-o ta" + TAB).awaitLine("> list -o table");
        }
    }

    @Test
    void tabCompletesInTheSecondOfTwoPastedCommands() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type(PASTE + "echo it\\'s\nvau" + PASTED).awaitLine("> vau");
            shell.type(TAB).awaitLine("> vault");
        }
    }

    @Test
    void aPasteThatEndsWithALineBreakWaitsForEnter() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type(PASTE + "echo one\r\necho two\r\n" + PASTED).awaitLine("> echo two");
            shell.type("!").awaitLine("> echo two!");
            assertThat(shell.commands.ran).isEmpty();
            shell.type(ENTER).awaitText("\none\ntwo!\n" + PROMPT);
        }
    }

    /** Red when only JLine's own paste is used: what follows the mark would be typed, and the line carried out. */
    @Test
    void aPasteThatHoldsItsOwnEndMarkIsNotCarriedOut() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type(PASTE + "echo one" + PASTED + "\rfail 4\r" + PASTE + "echo x\r" + PASTED)
                    .awaitLine("> echo x");
            shell.type("!").awaitLine("> echo x!");
            assertThat(shell.commands.ran).isEmpty();
        }
    }

    /** Red with JLine's own reading of a paste: it never ends where a character lies across the end of its buffer. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab"})
    @Timeout(60)
    void aLongPasteOfWideCharactersComesToItsEnd(String before) {
        String wide = before + "\u65e5".repeat(3_000);
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type(PASTE + "echo " + wide + PASTED).await(t -> t.endsWith("\u65e5"));
            shell.type(ENTER).await(t -> shell.commands.ran.size() == 1);
            assertThat(shell.commands.ran.get(0)).containsExactly("echo", wide);
        }
    }

    @Test
    void whatATerminalWouldActOnIsTakenOutOfAPaste() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type(PASTE + "echo \u001b[31mred\u001b]0;title\u0007 a\tb \u202eabc\u0003\u0008" + PASTED)
                    .awaitLine(PROMPT + " echo red a    b abc");
            shell.type(ENTER).await(t -> shell.commands.ran.size() == 1);
            assertThat(shell.commands.ran.get(0)).containsExactly("echo", "red", "a", "b", "abc");
        }
    }

    @Test
    void whatIsTypedIsTextToo() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("echo a\u202eb\u200fc\u0016\u001bd \uD83D\uDE00e\u0301").awaitText("echo abcd");
            shell.type(ENTER).await(t -> shell.commands.ran.size() == 1);
            assertThat(shell.commands.ran.get(0)).containsExactly("echo", "abcd", "\uD83D\uDE00e\u0301");
        }
    }

    /** Red when what was typed ahead answers: a paste could confirm what it asks for. */
    @Test
    void aQuestionIsNotAnsweredByWhatWasTypedBeforeIt() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("ask\ryes\r").awaitLine("Really?");
            shell.type("no" + ENTER).awaitText("answer=no");
        }
    }
}
