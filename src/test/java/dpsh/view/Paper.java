package dpsh.view;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A page whose two streams can be read. */
final class Paper {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Page page;

    private Paper(Ink ink, int width) {
        this.page = new Page(new PrintWriter(out), new PrintWriter(err), ink, ink, width);
    }

    /** No terminal: a pipe or a file. */
    static Paper pipe() {
        return new Paper(new PlainInk(), 0);
    }

    static Paper of(Ink ink, int width) {
        return new Paper(ink, width);
    }

    static Paper terminal(int width) {
        return new Paper(new PlainInk(), width);
    }

    /** No terminal, and tones to be seen. */
    static Paper marked() {
        return new Paper(new MarkedInk(), 0);
    }

    Page page() {
        return page;
    }

    String out() {
        page.out().flush();
        return out.toString();
    }

    String err() {
        page.err().flush();
        return err.toString();
    }
}
