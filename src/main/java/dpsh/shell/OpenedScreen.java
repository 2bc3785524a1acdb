package dpsh.shell;

import dpsh.arm.DpshException;
import dpsh.command.FullScreen;
import dpsh.command.FullView;
import dpsh.view.Ink;
import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** The whole screen of a terminal that is opened for one view, where there is no prompt: a one-shot {@code dpsh watch}. */
final class OpenedScreen implements FullScreen {
    /** Opens the process's terminal. */
    interface Opener {
        Terminal open() throws IOException;
    }

    private final Opener opener;
    private final Ink ink;

    /** @param opener asked when a view is shown, which loads the terminal library */
    OpenedScreen(Opener opener, Ink ink) {
        this.opener = opener;
        this.ink = ink;
    }

    @Override
    public void show(FullView view) {
        try (Terminal terminal = opener.open()) {
            if (SystemTerminal.isDumb(terminal)) {
                throw refusal("nobody knows what it can do");
            }
            new TerminalFullScreen(terminal, ink).show(view);
        } catch (IOException e) {
            throw refusal(e.getMessage());
        }
    }

    private static DpshException refusal(@Nullable String why) {
        return new DpshException.Refused(
                "the terminal cannot be used for a whole screen", why, "`watch --inline` needs none");
    }
}
