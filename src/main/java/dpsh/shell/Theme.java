package dpsh.shell;

import dpsh.view.Tone;
import java.util.Map;
import org.jline.utils.AttributedStyle;

/**
 * How tones look on a terminal: readable on its background, and on a dark and a light one alike where nobody knows which it is.
 *
 * @param background what the colours are chosen for
 * @param many whether the terminal has 256 colours; otherwise it has 8, whose looks are its owner's choice
 */
public record Theme(Background background, boolean many) {
    /** The 8 basic colours on whatever background. */
    static final Theme BASIC = new Theme(Background.UNKNOWN, false);

    /** What text stands on. */
    public enum Background {
        DARK(78, 203, 221, 245),
        LIGHT(28, 160, 94, 241),
        /** Colours of a middle lightness, which black and white are equally far from. */
        UNKNOWN(28, 161, 130, 243);

        private final int good;
        private final int bad;
        private final int warning;
        private final int dim;

        /** Places in the palette of 256 colours that xterm has. */
        Background(int good, int bad, int warning, int dim) {
            this.good = good;
            this.bad = bad;
            this.warning = warning;
            this.dim = dim;
        }
    }

    /** What the environment says of the terminal: {@code COLORFGBG} of its background, {@code TERM} of its colours. */
    public static Theme of(Map<String, String> environment) {
        boolean many = environment.getOrDefault("TERM", "").contains("256")
                || !environment.getOrDefault("COLORTERM", "").isEmpty();
        return new Theme(background(environment.getOrDefault("COLORFGBG", "")), many);
    }

    /** {@code 15;0}, {@code 0;default;15}: the last is the background's place among the 16 colours. */
    private static Background background(String colours) {
        String last = colours.substring(colours.lastIndexOf(';') + 1);
        if (!last.matches("[0-9]|1[0-5]")) {
            return Background.UNKNOWN;
        }
        int place = Integer.parseInt(last);
        return place == 7 || place > 8 ? Background.LIGHT : Background.DARK;
    }

    /** The same for the background that the operator names; {@code auto} leaves it as the environment has it. */
    Theme chosen(String word) {
        return switch (word) {
            case "dark" -> new Theme(Background.DARK, many);
            case "light" -> new Theme(Background.LIGHT, many);
            default -> this;
        };
    }

    /** Whether the background is known to be light. */
    boolean isLight() {
        return background == Background.LIGHT;
    }

    /** How text of this tone looks. */
    AttributedStyle style(Tone tone) {
        AttributedStyle plain = AttributedStyle.DEFAULT;
        return switch (tone) {
            case GOOD -> plain.foreground(many ? background.good : AttributedStyle.GREEN);
            case BAD -> plain.foreground(many ? background.bad : AttributedStyle.RED);
            case WARNING -> plain.foreground(many ? background.warning : basicWarning());
            case DIM -> many ? plain.foreground(background.dim) : plain.faint();
            case HEADING -> AttributedStyle.BOLD;
            case PLAIN -> plain;
        };
    }

    /** Yellow cannot be read on white. */
    private int basicWarning() {
        return background == Background.DARK ? AttributedStyle.YELLOW : AttributedStyle.MAGENTA;
    }
}
