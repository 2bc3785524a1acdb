package dpsh.view;

import org.jline.utils.WCWidth;

/** Paints nothing, and counts columns as the virtual screen does. */
final class ScreenInk implements Ink {
    @Override
    public String paint(String text, Tone tone) {
        return text;
    }

    @Override
    public int width(String text) {
        return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
    }
}
