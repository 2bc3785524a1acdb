package dpsh.shell;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.ENTER;
import static dpsh.shell.VirtualShell.PROMPT;
import static org.assertj.core.api.Assertions.assertThat;

import dpsh.session.Preference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    private static final String ESC = "\u001b";

    private static VirtualShell with(String keys) {
        VirtualShell shell = VirtualShell.open();
        if (keys.equals("vi")) {
            shell.preferences.set(Preference.KEYS, "vi");
            shell.type(ENTER).await(t -> t.endsWith(PROMPT + "\n" + PROMPT));
        }
        return shell;
    }

    /** Each moves from the end of {@code echo one two} to where {@code X} stands then. */
    @ParameterizedTest
    @CsvSource({
        "[H, Xecho one two", "OH, Xecho one two", "[1~, Xecho one two", "[7~, Xecho one two",
        "[D, echo one twXo", "OD, echo one twXo", "[1;5D, echo one Xtwo", "[1;3D, echo one Xtwo",
        "Od, echo one Xtwo", "[D[C, echo one twoX"
    })
    void keysThatMoveActInBothWays(String sequence, String expected) {
        for (String keys : new String[] {"emacs", "vi"}) {
            try (VirtualShell shell = with(keys)) {
                shell.type("echo one two").awaitLine(PROMPT + " echo one two");
                shell.type(sequence.replace("[D[C", "[D" + ESC + "[C").replaceFirst("^", ESC) + "X")
                        .awaitLine(PROMPT + " " + expected);
            }
        }
    }

    @Test
    void endAndDeleteActInBothWays() {
        for (String keys : new String[] {"emacs", "vi"}) {
            try (VirtualShell shell = with(keys)) {
                shell.type("echo one" + ESC + "[H" + ESC + "[3~").awaitLine(PROMPT + " cho one");
                shell.type(ESC + "[F!").awaitLine(PROMPT + " cho one!");
            }
        }
    }

    /** F5, Ctrl-Up: nothing of them is put into the line. */
    @Test
    void keysWithoutAMeaningLeaveTheLineAlone() {
        for (String keys : new String[] {"emacs", "vi"}) {
            try (VirtualShell shell = with(keys)) {
                shell.type("echo a" + ESC + "[15~" + ESC + "OP" + ESC + "[1;5A" + "b")
                        .awaitLine(PROMPT + " echo ab");
            }
        }
    }

    @Test
    void ctrlWDeletesAWholeIdAndAltBackspaceASegmentOfIt() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("echo /subscriptions/s-1/resourceGroups/RG_1.x").awaitText("RG_1.x");
            shell.type(ESC + "\u007f").awaitLine(PROMPT + " echo /subscriptions/s-1/resourceGroups/");
            shell.type(ESC + "\u007f" + ESC + "\u007f").awaitLine(PROMPT + " echo /subscriptions/");
            shell.type("s2\u0017").awaitLine(PROMPT + " echo");
            shell.type("\u0019").awaitLine(PROMPT + " echo /subscriptions/s2");
        }
    }

    @Test
    void altDotInsertsTheLastWordOfTheLinesBefore() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("echo one 'two words'" + ENTER).await(t -> shell.commands.ran.size() == 1 && t.endsWith(PROMPT));
            shell.type("echo three" + ENTER).await(t -> shell.commands.ran.size() == 2 && t.endsWith(PROMPT));
            shell.type("echo x " + ESC + ".").awaitLine(PROMPT + " echo x three");
            shell.type(ESC + ".").awaitLine(PROMPT + " echo x 'two words'");
        }
    }

    /** Red with JLine's own search: of "vault list" it takes the l of vault, and then finds no "li". */
    @ParameterizedTest
    @ValueSource(strings = {"emacs", "vi"})
    void ctrlRFindsAWordWhoseBeginningStandsInTheLineBeforeIt(String keys) {
        try (VirtualShell shell = with(keys)) {
            for (String line : List.of("echo one lister", "vault list", "echo vault")) {
                shell.type(line + ENTER)
                        .await(t -> t.endsWith("\n" + PROMPT) && t.contains(PROMPT + " " + line + "\n"));
            }
            shell.type("\u0012l").awaitText("bck-i-search: l_");
            shell.type("is").awaitText(PROMPT + " vault list\nbck-i-search: lis_");
            shell.type("\u0012").awaitText(PROMPT + " echo one lister\nbck-i-search: lis_");
            shell.type("t e").awaitText("failing bck-i-search: list e_");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"emacs", "vi"})
    void ctrlRSearchesBackAndCtrlSForward(String keys) {
        try (VirtualShell shell = with(keys)) {
            shell.type("echo alpha" + ENTER).await(t -> shell.commands.ran.size() == 1 && t.endsWith(PROMPT));
            shell.type("echo beta alp" + ENTER).await(t -> shell.commands.ran.size() == 2 && t.endsWith(PROMPT));
            shell.type("\u0012alp").awaitText("bck-i-search: alp_");
            shell.awaitText(PROMPT + " echo beta alp");
            shell.type("\u0012").awaitText(PROMPT + " echo alpha\nbck-i-search");
            shell.type("\u0013").awaitText(PROMPT + " echo beta alp\nfwd-i-search");
            shell.type(ENTER).await(t -> shell.commands.ran.size() == 3 && t.endsWith("\n" + PROMPT));
            assertThat(shell.commands.ran.get(2)).containsExactly("echo", "beta", "alp");
        }
    }

    @Test
    void ctrlLClearsTheScreenAndKeepsTheLine() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("echo one" + ENTER).awaitText("\none\n" + PROMPT);
            shell.type("echo t\u000c").await(t -> t.equals(PROMPT + " echo t"));
        }
    }

    @Test
    void viKeysActFromTheNextLineOn() {
        try (VirtualShell shell = with("vi")) {
            shell.type("echo one two" + ESC).awaitLine(PROMPT + " echo one two");
            shell.type("bdw").awaitLine(PROMPT + " echo one");
            shell.type("0cwfail" + ESC + "A!").awaitLine(PROMPT + " fail one !");
            shell.type(CTRL_C).await(t -> t.endsWith("!\n" + PROMPT));
            shell.preferences.set(Preference.KEYS, "emacs");
            shell.type(ENTER).await(t -> t.endsWith(PROMPT + "\n" + PROMPT));
            shell.type("bdw\u0001x").awaitLine(PROMPT + " xbdw");
        }
    }
}
