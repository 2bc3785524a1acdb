package dpsh.shell;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.ENTER;
import static org.assertj.core.api.Assertions.assertThat;

import dpsh.HostileText;
import dpsh.command.QuotedWords;
import dpsh.session.KnownValues;
import dpsh.session.Mode;
import dpsh.view.JsonText;
import dpsh.view.PlainText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Hostile texts in the prompt, in what is pasted and typed, and in notices, on screens of any width, with colours, hints and
 * suggestions: the line and the screen stay as they should be, and nothing is carried out by itself.
 */
class HostileLineTest {
    private static final String PASTE = "\u001b[200~";
    private static final String PASTED = "\u001b[201~";
    private static final int TRIES = 20;

    /** Told without harm when something fails. */
    record Text(String whole) {
        @Override
        public String toString() {
            return JsonText.ofAny(whole);
        }
    }

    @Provide
    Arbitrary<Text> texts() {
        return HostileText.any().map(Text::new);
    }

    @Provide
    Arbitrary<Integer> widths() {
        return Arbitraries.of(1, 5, 20, 100);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aPromptIsHarmlessAndTakesHalfOfTheScreenAtMost(
            @ForAll("texts") Text label,
            @ForAll("texts") Text vault,
            @ForAll("widths") int columns,
            @ForAll Mode mode) {
        Prompt prompt = new Prompt(new PlainInk());
        String text =
                prompt.text(new Standing(label.whole(), vault.whole(), label.whole(), vault.whole(), mode, 3), columns);
        assertThat(HostileText.isHarmless(text)).as(JsonText.ofAny(text)).isTrue();
        assertThat(text).startsWith("dpsh").endsWith("> ").doesNotContain("\n");
        assertThat(PlainInk.columns(text)).isLessThanOrEqualTo(Math.max(columns / 2, "dpsh (ro) [3]> ".length()));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whatIsPastedIsNotCarriedOut(@ForAll("texts") Text text, @ForAll("widths") int columns) {
        try (VirtualShell shell = VirtualShell.helping("xterm-256color", columns, KnownValues.NONE, null)) {
            // No escape sequence that the text leaves open goes on with an umlaut.
            shell.type(PASTE + text.whole() + "\u00e4end" + PASTED).awaitTyped("\u00e4end");
            shell.type(CTRL_C + "echo a b" + ENTER).await(screen -> !shell.commands.ran.isEmpty());
            shell.await(screen -> screen.replace("\n", "").contains("a|b"));
            assertThat(shell.commands.ran).containsExactly(List.of("echo", "a", "b"));
            assertThat(shell.isOpen()).isTrue();
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whatIsTypedBetweenQuotesArrivesAsItIsSeen(@ForAll("texts") Text text, @ForAll("widths") int columns) {
        String word = PlainText.of(text.whole()).replaceAll("[\ufffd\uffff]", "");
        try (VirtualShell shell = VirtualShell.helping("xterm-256color", columns, KnownValues.NONE, null)) {
            String line = "echo " + QuotedWords.word(word);
            shell.type(PASTE + line + PASTED).awaitTyped(line);
            shell.type(ENTER).await(screen -> !shell.commands.ran.isEmpty());
            assertThat(shell.commands.ran).containsExactly(List.of("echo", word));
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aNoticeStandsAboveThePromptAndLeavesTheRest(@ForAll("texts") Text text) {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("echo a b" + ENTER).awaitText("a|b\n" + VirtualShell.PROMPT);
            shell.type("fail 0").awaitText(" fail 0");
            shell.notices.show(
                    text.whole().substring(0, Math.min(200, text.whole().length())));
            shell.notices.show("the end");
            shell.awaitText("the end\n" + VirtualShell.PROMPT + " fail 0");
            assertThat(shell.text()).contains("a|b\n").doesNotContainPattern("(?m)^VERDICT");
            assertThat(shell.commands.ran).hasSize(1);
        }
    }
}
