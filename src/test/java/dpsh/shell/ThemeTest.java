package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.shell.Theme.Background;
import dpsh.view.Tone;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeTest {
    private static final Set<Tone> COLOURED = EnumSet.of(Tone.GOOD, Tone.BAD, Tone.WARNING, Tone.DIM);
    private static final Pattern COLOUR = Pattern.compile("38;5;(\\d+)m");

    /** What is to be told apart from black or white by everybody: WCAG 2 asks 3 for large text and 4.5 for small. */
    private static final double READABLE = 4;

    @Test
    void everyToneCanBeReadOnItsBackground() {
        for (Background background : Background.values()) {
            List<Double> grounds =
                    switch (background) {
                        case DARK -> List.of(0.0);
                        case LIGHT -> List.of(1.0);
                        case UNKNOWN -> List.of(0.0, 1.0);
                    };
            for (Tone tone : COLOURED) {
                double lightness = lightness(place(new Theme(background, true), tone));
                assertThat(grounds).as(tone + " on " + background).allSatisfy(ground -> assertThat(
                                contrast(lightness, ground))
                        .isGreaterThan(READABLE));
            }
        }
    }

    /** Red with yellow, which nobody reads on white. */
    @Test
    void aTerminalOfEightColoursGetsNoYellowOnWhite() {
        for (Background background : List.of(Background.LIGHT, Background.UNKNOWN)) {
            assertThat(paint(new Theme(background, false), Tone.WARNING)).isEqualTo("\u001b[35mx\u001b[0m");
        }
        assertThat(paint(new Theme(Background.DARK, false), Tone.WARNING)).isEqualTo("\u001b[33mx\u001b[0m");
    }

    @ParameterizedTest
    @CsvSource({
        "15;0, DARK",
        "0;15, LIGHT",
        "0;default;15, LIGHT",
        "12;8, DARK",
        "0;7, LIGHT",
        "default;default, UNKNOWN",
        "'', UNKNOWN",
        "0;99, UNKNOWN"
    })
    void theEnvironmentTellsTheBackground(String colours, Background background) {
        assertThat(Theme.of(Map.of("COLORFGBG", colours)).background()).isEqualTo(background);
    }

    @Test
    void theEnvironmentTellsTheColours() {
        assertThat(Theme.of(Map.of("TERM", "xterm-256color")).many()).isTrue();
        assertThat(Theme.of(Map.of("TERM", "xterm", "COLORTERM", "truecolor")).many())
                .isTrue();
        assertThat(Theme.of(Map.of("TERM", "vt220")).many()).isFalse();
    }

    @Test
    void whatTheOperatorNamesHolds() {
        Theme found = new Theme(Background.LIGHT, true);
        assertThat(found.chosen("dark").background()).isEqualTo(Background.DARK);
        assertThat(Theme.BASIC.chosen("light").background()).isEqualTo(Background.LIGHT);
        assertThat(found.chosen("auto")).isEqualTo(found);
    }

    private static String paint(Theme theme, Tone tone) {
        return new AnsiInk(() -> theme).paint("x", tone);
    }

    private static int place(Theme theme, Tone tone) {
        Matcher colour = COLOUR.matcher(paint(theme, tone));
        assertThat(colour.find()).as(tone + " has a colour").isTrue();
        return Integer.parseInt(colour.group(1));
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** The relative luminance of a place in xterm's palette: a cube of 6 x 6 x 6 colours, then 24 greys. */
    private static double lightness(int place) {
        if (place >= 232) {
            return linear(8 + (place - 232) * 10);
        }
        int cube = place - 16;
        return 0.2126 * linear(step(cube / 36)) + 0.7152 * linear(step(cube / 6 % 6)) + 0.0722 * linear(step(cube % 6));
    }

    private static int step(int of) {
        return of == 0 ? 0 : 55 + of * 40;
    }

    private static double linear(int value) {
        double part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
