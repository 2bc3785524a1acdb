package dpsh.shell;

import dpsh.command.Screen;
import dpsh.view.Ink;
import dpsh.view.LiveBlock;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A screen whose data goes into a file or another command; everything else stays where it was. */
record RedirectedScreen(Screen original, PrintWriter out) implements Screen {
    @Override
    public PrintWriter err() {
        return original.err();
    }

    @Override
    public Ink ink() {
        return new PlainInk();
    }

    @Override
    public Ink errInk() {
        return original.errInk();
    }

    @Override
    public int width() {
        return 0;
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
