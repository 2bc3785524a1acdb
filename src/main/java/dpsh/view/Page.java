package dpsh.view;

import java.io.PrintWriter;

/**
 * Where a printer writes.
 *
 * @param out for data only
 * @param err for totals, notices and errors
 * @param ink for what goes to {@code out}
 * @param errInk for what goes to {@code err}
 * @param width columns of the terminal that {@code out} shows on; 0 when it is none, and then nothing is cut
 */
public record Page(PrintWriter out, PrintWriter err, Ink ink, Ink errInk, int width) {
    boolean isTerminal() {
        return width > 0;
    }

    void line(String painted) {
        out.print(painted);
        out.print('\n');
    }

    void notice(String text, Tone tone) {
        err.print(errInk.paint(PlainText.of(text), tone));
        err.print('\n');
    }
}
