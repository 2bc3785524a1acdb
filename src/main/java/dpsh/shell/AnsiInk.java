package dpsh.shell;

import dpsh.view.Ink;
import dpsh.view.Tone;
import java.util.function.Supplier;
import org.jline.utils.AttributedString;

/** Paints with ANSI sequences. */
final class AnsiInk implements Ink {
    private final Supplier<Theme> theme;

    /** @param theme asked each time: the operator may choose another */
    AnsiInk(Supplier<Theme> theme) {
        this.theme = theme;
    }

    @Override
    public String paint(String text, Tone tone) {
        return text.isEmpty() || tone == Tone.PLAIN
                ? text
                : new AttributedString(text, theme.get().style(tone)).toAnsi();
    }

    @Override
    public int width(String text) {
        return PlainInk.columns(text);
    }
}
