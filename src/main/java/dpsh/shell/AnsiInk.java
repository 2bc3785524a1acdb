package dpsh.shell;

import dpsh.view.Ink;
import dpsh.view.Tone;
import org.jline.utils.AttributedString;

/** Paints with ANSI sequences. */
final class AnsiInk implements Ink {
    @Override
    public String paint(String text, Tone tone) {
        return text.isEmpty() || tone == Tone.PLAIN ? text : new AttributedString(text, Theme.style(tone)).toAnsi();
    }

    @Override
    public int width(String text) {
        return PlainInk.columns(text);
    }
}
