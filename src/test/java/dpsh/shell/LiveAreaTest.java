package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.view.Cell;
import dpsh.view.Ink;
import dpsh.view.LiveBlock;
import dpsh.view.LiveText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The block as a terminal shows it, on JLine's virtual screen and a clock that only the test moves. */
class LiveAreaTest {
    private static final long TICK = 240_000_000;

    private final VirtualScreen screen = new VirtualScreen("xterm-256color", 40, 12);
    private int columns = 40;
    private long now;
    private final LiveArea area =
            new LiveArea(screen.terminal().writer(), () -> columns, new AnsiInk(() -> Theme.BASIC), () -> now);
    private final PrintWriter err = area.above(screen.terminal().writer(), true);

    @AfterEach
    void close() {
        screen.close();
    }

    private static LiveText text(String... lines) {
        return new LiveText() {
            @Override
            public List<Cell> lines(int width, Ink ink) {
                return Arrays.stream(lines)
                        .map(line -> Cell.of(line.substring(0, Math.min(width, line.length()))))
                        .toList();
            }

            @Override
            public Cell line() {
                return Cell.of(String.join("; ", lines));
            }
        };
    }

    private String shown() {
        screen.terminal().flush();
        return screen.text();
    }

    @Test
    void isRedrawnInPlaceAndLeftAtTheEnd() {
        err.println("before");
        try (LiveBlock block = area.open()) {
            block.show(text("a 1", "b 1"));
            assertThat(shown()).isEqualTo("before\na 1\nb 1");
            now += TICK;
            block.show(text("a 2, longer", "b 2", "c 2"));
            assertThat(shown()).isEqualTo("before\na 2, longer\nb 2\nc 2");
            now += TICK;
            block.show(text("a 3"));
            assertThat(shown()).isEqualTo("before\na 3");
        }
        err.println("after");
        assertThat(shown()).isEqualTo("before\na 3\nafter");
    }

    /** Red without the pause: the second word would be seen at once. */
    @Test
    void isRedrawnFourTimesASecondAtMostAndEndsWithTheNewest() {
        try (LiveBlock block = area.open()) {
            block.show(text("1"));
            now += TICK - 1;
            block.show(text("2"));
            assertThat(shown()).isEqualTo("1");
            now += 1;
            block.show(text("3"));
            assertThat(shown()).isEqualTo("3");
            block.show(text("4"));
        }
        assertThat(shown()).isEqualTo("4");
    }

    @Test
    void whatIsPrintedMeanwhileStaysAboveIt() {
        try (LiveBlock block = area.open()) {
            block.show(text("working", "1 of 2"));
            err.println("first");
            assertThat(shown()).isEqualTo("first\nworking\n1 of 2");
            err.print("sec");
            err.flush();
            now += TICK;
            block.show(text("working", "2 of 2"));
            assertThat(shown()).as("no line is torn").isEqualTo("first\nsec");
            err.println("ond");
            assertThat(shown()).isEqualTo("first\nsecond\nworking\n2 of 2");
        }
        assertThat(shown()).isEqualTo("first\nsecond\nworking\n2 of 2");
    }

    @Test
    void whatIsPrintedStaysAlsoWhereTheScreenScrolls() {
        StringBuilder expected = new StringBuilder();
        try (LiveBlock block = area.open()) {
            for (int i = 1; i <= 30; i++) {
                err.println("line " + i);
                now += TICK;
                block.show(text("at " + i, "of 30"));
                if (i > 21) {
                    expected.append("line ").append(i).append('\n');
                }
            }
        }
        assertThat(shown()).isEqualTo(expected + "at 30\nof 30");
    }

    @Test
    void anErasedBlockLeavesNothing() {
        err.println("before");
        try (LiveBlock block = area.open()) {
            block.show(text("a", "b"));
            block.erase();
            assertThat(shown()).isEqualTo("before");
        }
        err.println("after");
        assertThat(shown()).isEqualTo("before\nafter");
    }

    @Test
    void fitsItsTextIntoTheWidth() {
        try (LiveBlock block = area.open()) {
            block.show(text("x".repeat(100)));
        }
        assertThat(shown()).isEqualTo("x".repeat(39));
    }

    /** Red when as many lines are taken away all the same: of a block that was wrapped, the upper part would stay. */
    @Test
    void aNarrowerTerminalKeepsTheBlockThatMayHaveBeenWrapped() {
        err.println("precious");
        try (LiveBlock block = area.open()) {
            block.show(text("x".repeat(35)));
            columns = 20;
            now += TICK;
            block.show(text("y".repeat(35)));
            assertThat(shown()).as("while the edge is dragged").doesNotContain("y");
            now += TICK;
            block.show(text("z".repeat(35)));
            assertThat(shown()).isEqualTo("precious\n" + "x".repeat(35) + "\n" + "z".repeat(19));
            now += TICK;
            block.show(text("done"));
            assertThat(shown()).isEqualTo("precious\n" + "x".repeat(35) + "\ndone");
        }
    }

    @Test
    void aWiderTerminalIsUsed() {
        try (LiveBlock block = area.open()) {
            columns = 20;
            block.show(text("x".repeat(60)));
            assertThat(shown()).isEqualTo("x".repeat(19));
            columns = 40;
            now += TICK;
            block.show(text("y".repeat(60)));
            now += TICK;
            block.show(text("y".repeat(60)));
        }
        assertThat(shown()).isEqualTo("y".repeat(39));
    }

    @Test
    void staysAwayFromAQuestion() {
        try (LiveBlock block = area.open()) {
            block.show(text("working"));
            area.asking();
            screen.terminal().writer().print("Really? ");
            now += TICK;
            block.show(text("working on"));
            assertThat(shown()).isEqualTo("Really?");
            screen.terminal().writer().print("yes\r\n");
            area.answered();
            assertThat(shown()).isEqualTo("Really? yes\nworking on");
        }
    }

    @Test
    void aSecondBlockEndsTheFirst() {
        LiveBlock first = area.open();
        first.show(text("one"));
        try (LiveBlock second = area.open()) {
            second.show(text("two"));
            now += TICK;
            first.show(text("one again"));
            first.close();
            assertThat(shown()).isEqualTo("one\ntwo");
        }
    }

    @Test
    void twoStreamsOfOneTerminalDoNotMix() {
        StringWriter tty = new StringWriter();
        PrintWriter rawErr = new PrintWriter(tty);
        TerminalFacts facts = new TerminalFacts(false, true, true, 60, false, true);
        PlainScreen plain = PlainScreen.on(new PrintWriter(tty), rawErr, facts, null, () -> now);
        try (LiveBlock block = plain.live()) {
            block.show(text("working"));
            plain.out().println("data");
        }
        assertThat(tty.toString())
                .isEqualTo("\rworking\u001b[K\r\n\u001b[J" + "\u001b[1A\r\u001b[J" + "data\n"
                        + "\rworking\u001b[K\r\n\u001b[J" + "\u001b[1A\rworking\u001b[K\r\n\u001b[J");
    }

    @Test
    void withoutATerminalALineIsSaidEvery30Seconds() {
        assertThat(said(TerminalFacts.NONE)).isEqualTo("4; b\n7; b\n");
    }

    @Test
    void aDumbTerminalGetsLinesToo() {
        assertThat(said(new TerminalFacts(true, true, true, 80, false, false))).isEqualTo("4; b\n7; b\n");
    }

    @Test
    void withoutColoursTheBlockIsDrawnAllTheSame() {
        assertThat(said(new TerminalFacts(true, true, true, 80, false, true)))
                .contains("\u001b[2A\r7")
                .doesNotContain("[3");
    }

    private String said(TerminalFacts facts) {
        StringWriter written = new StringWriter();
        PlainScreen plain = PlainScreen.on(
                new PrintWriter(new StringWriter()), new PrintWriter(written, true), facts, null, () -> now);
        try (LiveBlock block = plain.live()) {
            for (int i = 1; i <= 9; i++) {
                block.show(text(String.valueOf(i), "b"));
                now += 10_000_000_000L;
            }
        }
        return written.toString();
    }

    @Test
    void theWidthIsMeasuredAgainWhenTheTerminalSaysSo() {
        int[] measured = {0, 0};
        TerminalWidth width = new TerminalWidth(80, () -> {
            measured[1]++;
            return measured[0];
        });
        assertThat(width.getAsInt()).isEqualTo(80);
        measured[0] = 100;
        assertThat(width.getAsInt()).isEqualTo(80);
        width.changed();
        assertThat(width.getAsInt()).isEqualTo(100);
        assertThat(width.getAsInt()).isEqualTo(100);
        measured[0] = 0;
        width.changed();
        assertThat(width.getAsInt()).as("nobody can tell").isEqualTo(100);
        assertThat(measured[1]).isEqualTo(2);
    }
}
