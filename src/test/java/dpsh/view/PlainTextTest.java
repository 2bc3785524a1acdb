package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Law 11: making {@code PlainText.isUnsafe} answer false, or taking out the branch for ESC, turns this red. */
class PlainTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour                | a^[[31mb^[[0mc        | abc",
                "cursor and erase      | a^[[2J^[[1;1Hb        | ab",
                "private mode          | a^[[?1049hb           | ab",
                "title ended by BEL    | a^[]0;evil^Gb         | ab",
                "link ended by ST      | a^[]8;;http://x^[\\b  | ab",
                "device control        | a^[P1$r0m^[\\b        | ab",
                "application command   | a^[_x^[\\b            | ab",
                "charset               | a^[(0b                | ab",
                "reset                 | a^[cb                 | ab",
                "CSI as one character  | a{9b}31mb             | ab",
                "OSC as one character  | a{9d}0;evil{9c}b      | ab",
                "DCS as one character  | a{90}q{9c}b           | ab",
                "unfinished CSI        | a^[[31                | a31",
                "unfinished title      | a^[]0;stays to be seen| a0;stays to be seen",
                "escape at the end     | a^[                   | a",
                "two in one            | a^[]0;x^[[31mb        | a0;xb",
                "backspaces            | a{08}{08}b{7f}        | ab",
                "bell and null         | a^G{00}b              | ab",
                "right to left         | a{202e}fdp.b          | afdp.b",
                "isolates              | a{2066}x{2069}b       | axb",
                "zero width            | a{200b}{200d}{feff}b  | ab",
                "soft hyphen           | a{ad}b                | ab",
                "tag characters        | a{db40}{dc41}b        | ab",
                "variation selector    | a{fe0f}b              | ab",
                "lone high surrogate   | a{d83d}b              | a{fffd}b",
                "lone low surrogate    | a{de00}b              | a{fffd}b",
                "lines                 | a{0d}{0a}b{0a}c{0d}d  | a b c d",
                "unicode lines         | a{2028}b{2029}c{85}d  | a b c d",
                "tab                   | a{09}b                | a b",
                "letters that stay     | é日本{d83d}{de00}e{301}| é日本{d83d}{de00}e{301}",
            })
    void takesAwayWhatATerminalWouldActOn(String what, String given, String plain) {
        assertThat(PlainText.of(raw(given))).as(what).isEqualTo(raw(plain));
    }

    @Test
    void keepsLinesWhereAskedTo() {
        assertThat(PlainText.lines("one\r\ntwo\u001b[1m\n\nfour")).containsExactly("one", "two", "", "four");
    }

    @Property(tries = 2000)
    void neverLetsAControlOrFormatCharacterThrough(@ForAll("hostile") String text) {
        assertThat(PlainText.of(text).codePoints()).allSatisfy(character -> assertThat(Character.getType(character))
                .isNotIn(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.SURROGATE,
                        (int) Character.LINE_SEPARATOR,
                        (int) Character.PARAGRAPH_SEPARATOR));
    }

    @Property
    void changesNothingTheSecondTime(@ForAll("hostile") String text) {
        String once = PlainText.of(text);
        assertThat(PlainText.of(once)).isEqualTo(once);
    }

    @Property
    void leavesPrintableAsciiAlone(@ForAll("printable") String text) {
        assertThat(PlainText.of(text)).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<Character> telling = Arbitraries.of(
                '\u001b', '[', ']', 'P', '_', 'm', '3', ';', '\u0007', '\\', '\u009b', '\u009d', '\u009c', '\u0090',
                '\u202e', '\u200b', '\ud83d', '\ude00', '\udb40', '\udc41', '\n', '\r', '\t', ' ', 'x');
        return Arbitraries.oneOf(telling, Arbitraries.chars().all())
                .list()
                .ofMaxSize(40)
                .map(characters -> {
                    StringBuilder text = new StringBuilder();
                    characters.forEach(text::append);
                    return text.toString();
                });
    }

    @Provide
    Arbitrary<String> printable() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(60);
    }

    /** {@code ^[} is ESC, {@code ^G} is BEL, {@code {9b}} is the character of that number. */
    private static String raw(String written) {
        StringBuilder raw = new StringBuilder();
        String rest = written.replace("^[", "\u001b").replace("^G", "\u0007");
        for (int i = 0; i < rest.length(); i++) {
            int close = rest.charAt(i) == '{' ? rest.indexOf('}', i) : -1;
            if (close < 0) {
                raw.append(rest.charAt(i));
            } else {
                raw.append((char) Integer.parseInt(rest.substring(i + 1, close), 16));
                i = close;
            }
        }
        return raw.toString();
    }
}
