package dpsh.shell;

import org.jline.utils.AttributedStyle;

/** How the parts of a typed line look: of the 8 basic colours those that can be read on the background. */
final class LineColours {
    private final boolean light;

    /** @param light whether the background is */
    LineColours(boolean light) {
        this.light = light;
    }

    AttributedStyle style(Shade shade) {
        AttributedStyle plain = AttributedStyle.DEFAULT;
        return switch (shade) {
            case COMMAND, OPERATOR, KEYWORD -> plain.bold();
            case OPTION, NUMBER -> accent(plain);
            case OURS -> accent(plain).bold();
            case QUOTED -> plain.foreground(AttributedStyle.MAGENTA);
            case KNOWN -> plain.foreground(AttributedStyle.GREEN);
            case UNKNOWN -> plain.underline();
            case WRONG -> plain.foreground(AttributedStyle.RED).underline();
            case COMMENT -> plain.faint();
        };
    }

    private AttributedStyle accent(AttributedStyle style) {
        return style.foreground(light ? AttributedStyle.BLUE : AttributedStyle.CYAN);
    }
}
