package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static List<Cell> lines(String... lines) {
        return Arrays.stream(lines).map(Cell::of).toList();
    }

    private static List<String> text(Changes changes) {
        return changes.marked().stream().map(Cell::text).toList();
    }

    @Test
    void aStarStandsWhereALineWasNotThereBefore() {
        Changes first = Changes.none(lines("name  state", "a  running", "b  running"));
        assertThat(text(first)).containsExactly("  name  state", "  a  running", "  b  running");
        Changes second = first.next(lines("name  state", "b  running", "a  done", "a  done"));
        assertThat(text(second)).containsExactly("  name  state", "  b  running", "* a  done", "* a  done");
        assertThat(text(second.next(second.lines()))).noneMatch(line -> line.startsWith("*"));
    }

    @Test
    void thatTimeGoesOnAndColumnsGrowIsNoChange() {
        Changes first = Changes.none(lines("a  running  now", "b  3 min 20 s  59 s ago", "c  12 GiB"));
        assertThat(text(first.next(lines("a   running  2 s ago", "b   4 min 1 s   1 min ago", "c   13 GiB"))))
                .containsExactly("  a   running  2 s ago", "  b   4 min 1 s   1 min ago", "* c   13 GiB");
    }

    @Test
    void tonesAreReadBackAndTextFromOutsideStaysText() {
        ToneInk ink = new ToneInk(new PlainInk());
        String painted =
                "a " + ink.paint("failed", Tone.BAD) + " b\n" + ink.paint("", Tone.GOOD) + "\u001b[31mred\ue7ff\n\n";
        List<Cell> cells = ToneInk.lines(painted);
        assertThat(cells.get(0).spans())
                .containsExactly(new Span("a ", Tone.PLAIN), new Span("failed", Tone.BAD), new Span(" b", Tone.PLAIN));
        assertThat(cells.get(1).text()).isEqualTo("red\ue7ff");
        assertThat(cells).hasSize(3);
        for (Tone tone : Tone.values()) {
            assertThat(ToneInk.lines(ink.paint("x", tone)).get(0).spans().get(0))
                    .isEqualTo(new Span("x", tone));
        }
    }
}
