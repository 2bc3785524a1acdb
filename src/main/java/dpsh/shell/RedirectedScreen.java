package dpsh.shell;

import dpsh.command.Screen;
import dpsh.view.Ink;
import dpsh.view.LiveBlock;
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
    public PrintWriter out() {
        return redirected == null ? original.out() : redirected;
    }

    @Override
    public PrintWriter err() {
        return original.err();
    }

    @Override
    public Ink ink() {
        return redirected == null ? original.ink() : new PlainInk();
    }

    @Override
    public Ink errInk() {
        return original.errInk();
    }

    @Override
    public int width() {
        return redirected == null ? original.width() : 0;
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
