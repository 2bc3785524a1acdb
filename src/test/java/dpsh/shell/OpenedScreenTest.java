package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import dpsh.command.FullView;
import dpsh.command.Key;
import dpsh.view.Cell;
import dpsh.view.Ink;
import dpsh.view.Tone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A view on a terminal that is opened for it alone. */
class OpenedScreenTest {
    /** Shows what was pressed, until Ctrl-C is. */
    private static final class Echo implements FullView {
        private final List<String> pressed = new ArrayList<>();
        private boolean done;

        @Override
        public List<Cell> lines(int width, int height, Ink ink) {
            return List.of(
                    Cell.of("keys of " + width + "x" + height, Tone.HEADING), Cell.of(String.join(" ", pressed) + "."));
        }

        @Override
        public void press(Key key) {
            pressed.add(key.name());
            done = key == Key.BREAK;
        }

        @Override
        public void type(String text) {
            pressed.add(text);
        }

        @Override
        public boolean isDone() {
            return done;
        }
    }

    @Test
    void keysComeWithTheirNamesAndTextAsText() {
        Echo view = new Echo();
        try (VirtualScreen screen = new VirtualScreen("xterm-256color", 100, 10)) {
            screen.start(() -> {
                new OpenedScreen(screen::terminal, new AnsiInk(() -> Theme.BASIC)).show(view);
                return 0;
            });
            screen.awaitText("keys of 99x10");
            screen.type("q").awaitText("q.");
            screen.type("\u001b[A\u001bOB").awaitText("q UP DOWN.");
            screen.type("\u001b").awaitText("DOWN ESCAPE.");
            screen.type("\u001b[5~\u001b[6~\u001b[H\u001bOF\r\u007f").awaitText("PAGE_UP PAGE_DOWN HOME END");
            screen.type("ü日").awaitText("ü");
            screen.awaitText("BACKSPACE ü 日");
            screen.type("\u0003");
            assertThat(screen.awaitCode()).isZero();
        }
        assertThat(view.pressed).endsWith("BREAK");
    }

    @Test
    void whatCannotDrawIsRefusedWithAWayThatNeedsNoScreen() {
        try (VirtualScreen dumb = new VirtualScreen("dumb", 60, 10)) {
            assertThatThrownBy(() -> new OpenedScreen(dumb::terminal, new PlainInk()).show(new Echo()))
                    .isInstanceOf(DpshException.Refused.class)
                    .hasMessageContaining("whole screen");
        }
        assertThatThrownBy(() -> new OpenedScreen(
                                () -> {
                                    throw new IOException("no such device");
                                },
                                new PlainInk())
                        .show(new Echo()))
                .isInstanceOf(DpshException.Refused.class)
                .hasMessageContaining("no such device");
    }
}
