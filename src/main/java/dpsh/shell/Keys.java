package dpsh.shell;

import java.util.List;
import java.util.Map;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.Widget;

/**
 * The keys beyond JLine's own, in the emacs and in both vi maps. A terminal sends an arrow, Home or End in one of two forms,
 * according to a mode that some do not heed; JLine binds the one that terminfo names.
 */
final class Keys {
    /** Also what a terminal sends with Alt: short, so that Esc acts at once in vi; long enough for a slow line. */
    private static final long ESCAPE_MILLIS = 100;

    private static final List<String> MAPS = List.of(LineReader.EMACS, LineReader.VIINS, LineReader.VICMD);

    private static final Map<String, List<String>> MOVING = Map.of(
            LineReader.UP_LINE_OR_HISTORY, List.of("\u001b[A", "\u001bOA"),
            LineReader.DOWN_LINE_OR_HISTORY, List.of("\u001b[B", "\u001bOB"),
            LineReader.FORWARD_CHAR, List.of("\u001b[C", "\u001bOC"),
            LineReader.BACKWARD_CHAR, List.of("\u001b[D", "\u001bOD"),
            LineReader.BEGINNING_OF_LINE, List.of("\u001b[H", "\u001bOH", "\u001b[1~", "\u001b[7~"),
            LineReader.END_OF_LINE, List.of("\u001b[F", "\u001bOF", "\u001b[4~", "\u001b[8~"),
            LineReader.HISTORY_SEARCH_BACKWARD, List.of("\u001b[5~"),
            LineReader.HISTORY_SEARCH_FORWARD, List.of("\u001b[6~"),
            LineReader.FORWARD_WORD, words('C'),
            LineReader.BACKWARD_WORD, words('D'));

    private static final Map<String, List<String>> CHANGING = Map.of(
            LineReader.DELETE_CHAR, List.of("\u001b[3~"),
            LineReader.OVERWRITE_MODE, List.of("\u001b[2~"),
            LineReader.KILL_WORD, List.of("\u001b[3;5~", "\u001b[3;3~"),
            LineReader.BACKWARD_KILL_WORD, List.of("\u001b\u007f", "\u001b\b"),
            LineReader.HISTORY_INCREMENTAL_SEARCH_BACKWARD, List.of("\u0012"),
            LineReader.HISTORY_INCREMENTAL_SEARCH_FORWARD, List.of("\u0013"));

    /** F1 to F12, and the vertical arrows with a modifier: JLine would put half of them into the line. */
    private static final List<String> NOTHING = List.of(
            "\u001bOP",
            "\u001bOQ",
            "\u001bOR",
            "\u001bOS",
            "\u001b[11~",
            "\u001b[12~",
            "\u001b[13~",
            "\u001b[14~",
            "\u001b[15~",
            "\u001b[17~",
            "\u001b[18~",
            "\u001b[19~",
            "\u001b[20~",
            "\u001b[21~",
            "\u001b[23~",
            "\u001b[24~",
            "\u001b[1;5A",
            "\u001b[1;5B",
            "\u001b[1;3A",
            "\u001b[1;3B",
            "\u001b[1;2A",
            "\u001b[1;2B");

    private Keys() {}

    /** Ctrl and Alt with an arrow, in the forms of xterm, rxvt, PuTTY and an Alt that only puts Esc in front. */
    private static List<String> words(char arrow) {
        char lower = Character.toLowerCase(arrow);
        return List.of(
                "\u001b[1;5" + arrow,
                "\u001b[1;3" + arrow,
                "\u001b[5" + arrow,
                "\u001bO" + lower,
                "\u001b\u001b[" + arrow,
                "\u001b\u001bO" + arrow);
    }

    /** Binds them. */
    static void bind(PromptReader reader) {
        Map<String, KeyMap<Binding>> maps = reader.getKeyMaps();
        for (String name : MAPS) {
            KeyMap<Binding> map = maps.get(name);
            MOVING.forEach((action, sequences) -> map.bind(new Reference(action), sequences));
            CHANGING.forEach((action, sequences) -> map.bind(new Reference(action), sequences));
            map.bind((Widget) () -> true, NOTHING);
            map.bind((Widget) reader::killToBlank, KeyMap.ctrl('W'));
            map.bind((Widget) reader::editLine, "\u0018\u0005", "\u0018e");
            map.bind((Widget) reader::insertLastWord, "\u001b.", "\u001b_");
            if (!name.equals(LineReader.EMACS)) {
                map.setAmbiguousTimeout(ESCAPE_MILLIS);
            }
        }
    }
}
