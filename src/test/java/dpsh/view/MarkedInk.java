package dpsh.view;

import java.util.Locale;

/** Shows each tone as a word, so that a test sees what would be coloured. */
final class MarkedInk extends PlainInk {
    @Override
    public String paint(String text, Tone tone) {
        return tone == Tone.PLAIN ? text : tone.name().toLowerCase(Locale.ROOT) + "(" + text + ")";
    }
}
