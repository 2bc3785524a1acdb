package dpsh.shell;

import dpsh.view.Ink;
import dpsh.view.Tone;
import org.jline.utils.WCWidth;

/** Paints nothing: pipes, files, {@code NO_COLOR} and dumb terminals. */
final class PlainInk implements Ink {
    @Override
    public String paint(String text, Tone tone) {
        return text;
    }

    @Override
    public int width(String text) {
        return columns(text);
    }

    /** Columns on a terminal that does not join code points: wide characters take two, combining marks none. */
    static int columns(String text) {
        return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
    }
}
