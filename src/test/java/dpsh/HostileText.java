package dpsh;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts that a service may call its things by: made to paint, to move, to hide, to turn, to break a format, or to be carried out. */
public final class HostileText {
    private static final List<String> PIECES = List.of(
            // what terminals act on: CSI, OSC with both ends, DCS, charset, 8-bit C1, single controls
            "\u001b[31m",
            "\u001b[2J\u001b[H",
            "\u001b]0;owned\u0007",
            "\u001b]8;;https://x.example\u001b\\",
            "\u001bP$q\u001b\\",
            "\u001b(0",
            "\u001b",
            "\u009b2K",
            "\u009d0;owned\u009c",
            "\u0090q",
            "\b\b\b",
            "\u0007",
            "\u0000",
            "\u007f",
            "\u000e",
            "\u0085",
            "\r",
            "\n",
            "\r\nVERDICT: protected\r\n",
            "\t",
            "\u2028",
            "\u2029",
            // what turns the line or cannot be seen
            "\u202e",
            "\u202d",
            "\u2066",
            "\u2067x\u2069",
            "\u200f",
            "\u061c",
            "\u200b",
            "\u200d",
            "\ufeff",
            "\u00ad",
            "\udb40\udc01",
            "\udb40\udc41",
            "\u3164",
            // what is wide, joined, combined, or half a character
            "e\u0301\u0301\u0301",
            "漢字",
            "ｆｕｌｌ",
            "\ud83d\ude80",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "\ud83c\udde9\ud83c\uddea",
            "\u2764\ufe0f",
            "שלום",
            "مرحبا",
            "\ud83d",
            "\ude80",
            "\uffff",
            "\u1112\u1161\u11ab",
            // what other languages mean something by
            "'",
            "\"",
            "\\",
            "`exit`",
            "$(exit)",
            "${HOME}",
            "!!",
            "; exit",
            " && exit",
            " | exit",
            " > x",
            "#",
            "*",
            "--yes",
            "-",
            "= 1 + 1",
            "%n%s",
            "{{x}}",
            "[?a]",
            "<b>",
            "&lt;",
            "]]>",
            "]]",
            ",",
            ":",
            "~",
            "yes",
            "null",
            "0x1f",
            "1e3",
            "-5",
            "@",
            "|",
            "/",
            " ",
            "  ",
            "a",
            "disk",
            "Ä");

    private HostileText() {}

    /** From nothing to 4,000 characters, mostly short. */
    public static Arbitrary<String> any() {
        Arbitrary<String> pieces =
                Arbitraries.of(PIECES).list().ofMinSize(0).ofMaxSize(8).map(parts -> String.join("", parts));
        return Arbitraries.frequencyOf(
                Tuple.of(12, pieces),
                Tuple.of(2, Arbitraries.strings().ofMaxLength(40)),
                Tuple.of(1, pieces.filter(text -> !text.isEmpty()).map(HostileText::longOne)));
    }

    /** Whether a terminal would act on one of its characters, or a reader would not see it; blanks and line ends are layout. */
    public static boolean isHarmless(String shown) {
        return shown.codePoints().allMatch(HostileText::isSeen);
    }

    private static boolean isSeen(int character) {
        int type = Character.getType(character);
        return character == '\n'
                || type != Character.CONTROL
                        && type != Character.FORMAT
                        && type != Character.SURROGATE
                        && type != Character.LINE_SEPARATOR
                        && type != Character.PARAGRAPH_SEPARATOR;
    }

    private static String longOne(String piece) {
        return piece.repeat(4_000 / piece.length() + 1).substring(0, 4_000);
    }
}
