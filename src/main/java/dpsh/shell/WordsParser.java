package dpsh.shell;

import dpsh.command.QuotedWords;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Shows JLine a line as {@link Words} reads it: the words of the command that the cursor is in. Refuses only a line that goes
 * on in the next one. JLine counts whole characters where it moves and deletes, one for what Java keeps in two.
 */
final class WordsParser implements Parser {
    @Override
    public ParsedLine parse(String line, int characters, ParseContext context) {
        if ((context == ParseContext.ACCEPT_LINE || context == ParseContext.SECONDARY_PROMPT) && Lines.isOpen(line)) {
            throw new EOFError(-1, -1, "it goes on");
        }
        int cursor = line.offsetByCodePoints(0, Math.min(characters, line.codePointCount(0, line.length())));
        ExpressionWord expression = ExpressionWord.at(line, cursor);
        if (expression != null) {
            return expression;
        }
        int start = Lines.start(line, cursor);
        return start == 0 ? words(line, cursor) : words(line.substring(start), cursor - start);
    }

    /** Everything in the line that is returned counts from the beginning of this command: JLine only looks at the cursor's word. */
    private static ParsedLine words(String line, int cursor) {
        Words.Scan scan = Words.scan(line);
        int begin = scan.breaks().stream().filter(b -> b <= cursor).reduce(0, Math::max);
        List<String> words = new ArrayList<>();
        Words.Word current = new Words.Word("", cursor, cursor, (char) 0);
        int index = -1;
        for (Words.Word word : scan.words()) {
            if (word.end() <= begin) {
                continue;
            }
            if (index < 0 && word.start() > cursor) {
                index = words.size();
                words.add("");
            }
            Words.Word own = word.start() < begin ? since(begin, line, word) : word;
            if (index < 0 && own.start() <= cursor && cursor <= own.end()) {
                index = words.size();
                current = own;
            }
            words.add(own.text());
        }
        if (index < 0) {
            index = words.size();
            words.add("");
        }
        return new Line(line, cursor, List.copyOf(words), index, current);
    }

    @Override
    public boolean validCommandName(String name) {
        return true;
    }

    private static Words.Word since(int begin, String line, Words.Word word) {
        List<Words.Word> rest = Words.scan(line.substring(begin, word.end())).words();
        String text = rest.isEmpty() ? "" : rest.get(0).text();
        return new Words.Word(text, begin, word.end(), word.quote());
    }

    private record Line(String line, int cursor, List<String> words, int wordIndex, Words.Word current)
            implements CompletingParsedLine {
        @Override
        public String word() {
            return words.get(wordIndex);
        }

        @Override
        public int wordCursor() {
            return typed(cursor - current.start()).length();
        }

        @Override
        public int rawWordCursor() {
            return line.codePointCount(current.start(), cursor);
        }

        @Override
        public int rawWordLength() {
            return line.codePointCount(current.start(), current.end());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            String text = candidate.toString();
            char quote = current.quote();
            if (quote == 0) {
                return escaped(text);
            }
            String inside = quote == '"' ? text.replace("\\", "\\\\").replace("\"", "\\\"") : text;
            return quote + inside + (complete ? quote : "");
        }

        private String typed(int length) {
            List<Words.Word> part = Words.scan(line.substring(current.start(), current.start() + length))
                    .words();
            return part.isEmpty() ? "" : part.get(0).text();
        }

        private static String escaped(String text) {
            StringBuilder safe = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                if (QuotedWords.isSpecial(text.charAt(i))) {
                    safe.append('\\');
                }
                safe.append(text.charAt(i));
            }
            return safe.toString();
        }
    }
}
