package dpsh.shell;

import dpsh.command.Screen;
import dpsh.view.LiveBlock;
import dpsh.view.Page;
import java.io.InputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * A screen whose data goes into a file or another command, or whose input comes from one; everything else stays where it was.
 *
 * @param redirected where the data goes; null to leave it on the screen
 * @param input what is read in place of the process's standard input, or null
 */
record RedirectedScreen(
        Screen original,
        @Nullable PrintWriter redirected,
        @Nullable InputStream input) implements Screen {
    @Override
    public Page page() {
        Page page = original.page();
        return redirected == null ? page : new Page(redirected, page.err(), new PlainInk(), page.errInk(), 0);
    }

    @Override
    public LiveBlock live() {
        return original.live();
    }

    @Override
    public @Nullable String ask(String question) {
        return original.ask(question);
    }
}
