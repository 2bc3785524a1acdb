package dpsh.command;

import dpsh.view.Ink;
import dpsh.view.LiveBlock;
import dpsh.view.LiveText;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** Keeps what a line writes: data and words apart, or as they come; nobody is asked anything. */
final class CapturedScreen implements Screen {
    private final StringWriter data = new StringWriter();
    private final StringWriter words;
    private final PrintWriter out = new PrintWriter(data, true);
    private final PrintWriter err;
    private final Ink ink;
    private final int width;

    private CapturedScreen(Ink ink, int width, @Nullable StringWriter words) {
        this.ink = ink;
        this.width = width;
        this.words = words == null ? new StringWriter() : words;
        this.err = words == null ? out : new PrintWriter(words, true);
    }

    /** For a terminal of this width, where both appear as they come. */
    static CapturedScreen together(Ink ink, int width) {
        return new CapturedScreen(ink, width, null);
    }

    /** For two streams. */
    static CapturedScreen apart(Ink ink, int width) {
        return new CapturedScreen(ink, width, new StringWriter());
    }

    /** What was written as data, or all of it. */
    String data() {
        out.flush();
        return data.toString();
    }

    /** What was said besides. */
    String words() {
        err.flush();
        return words.toString();
    }

    @Override
    public PrintWriter out() {
        return out;
    }

    @Override
    public PrintWriter err() {
        return err;
    }

    @Override
    public Ink ink() {
        return ink;
    }

    @Override
    public Ink errInk() {
        return ink;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public LiveBlock live() {
        return new LiveBlock() {
            @Override
            public void show(LiveText now) {
                // What only reads shows none.
            }

            @Override
            public void erase() {
                // Nothing was shown.
            }

            @Override
            public void close() {
                // Nothing was shown.
            }
        };
    }

    @Override
    public @Nullable String ask(String question) {
        return null;
    }
}
