package dpsh.shell;

import dpsh.view.Tone;
import org.jline.utils.AttributedStyle;

/** How tones look on a terminal. Only the 8 basic colours, which every colour scheme keeps readable. */
final class Theme {
    private Theme() {}

    static AttributedStyle style(Tone tone) {
        return switch (tone) {
            case GOOD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
            case BAD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
            case WARNING -> AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
            case DIM -> AttributedStyle.DEFAULT.faint();
            case HEADING -> AttributedStyle.BOLD;
            case PLAIN -> AttributedStyle.DEFAULT;
        };
    }
}
