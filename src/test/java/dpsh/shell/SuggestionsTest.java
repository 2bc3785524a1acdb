package dpsh.shell;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.ENTER;
import static dpsh.shell.VirtualShell.PROMPT;
import static org.assertj.core.api.Assertions.assertThat;

import dpsh.session.KnownValues;
import dpsh.session.Preference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionsTest {
    private static VirtualShell after(String line) {
        VirtualShell shell = VirtualShell.helping("xterm-256color", 100, KnownValues.NONE, null);
        shell.preferences.set(Preference.HINTS, "off");
        shell.type(line + ENTER).await(t -> shell.commands.ran.size() == 1 && t.endsWith(PROMPT));
        return shell;
    }

    @Test
    void theRestOfAnEarlierLineStandsBehindTheTypedAndEnterLeavesItOut() {
        try (VirtualShell shell = after("echo one two")) {
            shell.type("echo o").awaitLine(PROMPT + " echo one two");
            shell.type(ENTER).awaitText(PROMPT + " echo o\no\n" + PROMPT);
            assertThat(shell.commands.ran.get(1)).containsExactly("echo", "o");
        }
    }

    /** Right in both forms, End, Ctrl-E and Ctrl-F. */
    @ParameterizedTest
    @ValueSource(strings = {"\u001b[C", "\u001bOC", "\u001b[F", "\u001b[4~", "\u0005", "\u0006"})
    void aKeyTakesAllOfIt(String key) {
        try (VirtualShell shell = after("echo one two")) {
            shell.type("ec").awaitLine(PROMPT + " echo one two");
            shell.type(key + "x" + ENTER).await(t -> shell.commands.ran.size() == 2);
            assertThat(shell.commands.ran.get(1)).containsExactly("echo", "one", "twox");
        }
    }

    /** Alt-F and Ctrl-Right. */
    @ParameterizedTest
    @ValueSource(strings = {"\u001bf", "\u001b[1;5C"})
    void aKeyTakesOneWordOfIt(String key) {
        try (VirtualShell shell = after("echo one two")) {
            shell.type("ec").awaitLine(PROMPT + " echo one two");
            shell.type(key + key + ENTER).await(t -> shell.commands.ran.size() == 2);
            assertThat(shell.commands.ran.get(1)).containsExactly("echo", "one");
        }
    }

    @Test
    void aLineWithASecretIsNeverSuggested() {
        try (VirtualShell shell = after("echo https://x/?sig=abc")) {
            shell.type("echo https").awaitLine(PROMPT + " echo https");
            shell.type("x").awaitLine(PROMPT + " echo httpsx");
        }
    }

    @Test
    void nothingIsSuggestedInsideOfALineOrWhenItWasTurnedOff() {
        try (VirtualShell shell = after("echo one two")) {
            shell.type("echo o").awaitLine(PROMPT + " echo one two");
            shell.type("\u001b[D").awaitLine(PROMPT + " echo o");
            shell.type(CTRL_C).awaitText(PROMPT + " echo o\n" + PROMPT);
            shell.preferences.set(Preference.SUGGESTIONS, "off");
            shell.type("echo o").awaitLine(PROMPT + " echo o");
            shell.type(CTRL_C).await(t -> t.endsWith("\n" + PROMPT));
            assertThat(shell.commands.ran).containsExactly(List.of("echo", "one", "two"));
        }
    }
}
