package dpsh.shell;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jspecify.annotations.Nullable;

/**
 * The cursor's place in an expression, for Tab.
 *
 * @param from where the name begins that the cursor is at the end of
 * @param expression the expression up to the cursor
 */
record ExpressionWord(String line, int cursor, int from, String expression) implements CompletingParsedLine {
    /** Null when the cursor is not in an expression. */
    static @Nullable ExpressionWord at(String line, int cursor) {
        String last = "";
        String before = line.substring(0, cursor);
        for (Lines lines = new Lines(List.of(before.split("\n", -1)).iterator()); lines.hasNext(); ) {
            last = lines.next().text();
        }
        GroovyLine groovy = GroovyLine.of(last);
        if (groovy == null) {
            return null;
        }
        int from = cursor;
        while (from > cursor - groovy.text().length() && Character.isJavaIdentifierPart(line.charAt(from - 1))) {
            from--;
        }
        return new ExpressionWord(line, cursor, from, groovy.text());
    }

    @Override
    public String word() {
        return line.substring(from, cursor);
    }

    @Override
    public int wordCursor() {
        return cursor - from;
    }

    @Override
    public int wordIndex() {
        return 1;
    }

    @Override
    public List<String> words() {
        return List.of("=", word());
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        return candidate;
    }

    @Override
    public int rawWordCursor() {
        return wordCursor();
    }

    @Override
    public int rawWordLength() {
        return wordCursor();
    }
}
