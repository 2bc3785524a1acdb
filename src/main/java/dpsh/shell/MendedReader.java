package dpsh.shell;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/**
 * JLine's reader with four of its ways mended. The question whether to see a long list of what Tab found costs nobody a key:
 * whoever goes on typing has answered it with no, and what was typed is in the line. And a long paste does not hang: JLine's
 * own reading in blocks never ends when a character of several bytes lies across the end of its buffer (4.5.0). And a search with
 * Ctrl-R finds what stands in a line: JLine takes the first place of what was typed first, and looks no further in that line. And
 * where names hold emoji and the like, which Java keeps in two and a line in one, Tab takes nothing away: JLine's menu counts as
 * Java does.
 */
class MendedReader extends LineReaderImpl {
    /** What a terminal sends for an arrow comes at once. */
    private static final long SEQUENCE_MILLIS = 50;

    private static final int NONE = -1;
    private static final int ESCAPE = 27;

    private int answer = NONE;

    MendedReader(Terminal terminal, String name, Map<String, Object> variables) {
        super(terminal, name, variables);
    }

    /** The lines that the keys for earlier lines go through. */
    final void remember(LineHistory lines) {
        setHistory(lines);
        lines.searched(() -> searchTerm != null && isCharacter(getLastBinding()));
    }

    private static boolean isCharacter(String key) {
        return !key.isEmpty() && !Character.isISOControl(key.charAt(0));
    }

    @Override
    public int readCharacter() {
        answer = super.readCharacter();
        return answer;
    }

    @Override
    protected boolean doList(
            List<Candidate> possible,
            String completed,
            boolean runLoop,
            BiFunction<CharSequence, Boolean, CharSequence> escaper,
            boolean forSuggestion) {
        answer = NONE;
        boolean listed = super.doList(possible, completed, runLoop, counting(escaper), forSuggestion);
        if (isTyped(answer)) {
            runMacro(Character.toString(answer));
        }
        return listed;
    }

    /** Called when the word is out of the line; where the menu would count wrong, it is put back and there is none. */
    @Override
    protected boolean doMenu(
            List<Candidate> original, String completed, BiFunction<CharSequence, Boolean, CharSequence> escaper) {
        if (Counted.isAsLong(completed)
                && original.stream().map(Candidate::value).allMatch(Counted::isAsLong)) {
            return super.doMenu(original, completed, escaper);
        }
        buf.write(escaper.apply(completed, false).toString());
        return false;
    }

    private static BiFunction<CharSequence, Boolean, CharSequence> counting(
            BiFunction<CharSequence, Boolean, CharSequence> escaper) {
        return (text, complete) -> new Counted(escaper.apply(text, complete).toString());
    }

    /** As long as it is in a line: all that a list asks of it, besides its text. */
    private record Counted(String text) implements CharSequence {
        static boolean isAsLong(String text) {
            return new Counted(text).length() == text.length();
        }

        @Override
        public int length() {
            return text.codePointCount(0, text.length());
        }

        @Override
        public char charAt(int index) {
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Whether it is more than an answer to a question: yes (or Tab), no, Enter, Esc. */
    private boolean isTyped(int key) {
        if (key == ESCAPE) {
            return peekCharacter(SEQUENCE_MILLIS) >= 0;
        }
        return key >= 0 && "yYnN\t\r\n".indexOf(key) < 0;
    }

    @Override
    protected String doReadStringUntil(String end) {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end, text.length() - end.length()) < 0) {
            int character = readCharacter();
            if (character < 0) {
                throw new EndOfFileException();
            }
            text.appendCodePoint(character);
        }
        return text.substring(0, text.length() - end.length());
    }
}
