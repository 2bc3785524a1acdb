package dpsh.command;

import dpsh.view.Ink;
import dpsh.view.LiveBlock;
import dpsh.view.LiveText;
import dpsh.view.Page;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** Keeps what a line writes: data and words apart, or as they come; nobody is asked anything. */
final class CapturedScreen implements Screen {
    private final StringWriter data = new StringWriter();
    private final StringWriter words;
    private final Page page;

    private CapturedScreen(Ink ink, int width, @Nullable StringWriter words) {
        this.words = words == null ? new StringWriter() : words;
        PrintWriter out = new PrintWriter(data, true);
        this.page = new Page(out, words == null ? out : new PrintWriter(words, true), ink, ink, width);
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
        page.out().flush();
        return data.toString();
    }

    /** What was said besides. */
    String words() {
        page.err().flush();
        return words.toString();
    }

    @Override
    public Page page() {
        return page;
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
