package dpsh.shell;

import dpsh.arm.DpshException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a line into words, the same way at the prompt, in {@code -c} and in piped lines.
 *
 * <ul>
 *   <li>Blanks, tabs and line breaks separate words.
 *   <li>Between single quotes every character stands for itself.
 *   <li>Between double quotes too, except that {@code \"} is a quote and {@code \\} a backslash.
 *   <li>Outside quotes a backslash takes the next character literally; with a line break behind it, it is nothing.
 *   <li>Quoted and unquoted parts that touch are one word; {@code ''} is an empty word.
 * </ul>
 *
 * Nothing is expanded: no variables, no wildcards, no {@code !}.
 */
final class Words {
    private final String line;
    private final List<Word> words = new ArrayList<>();
    private final List<Integer> breaks = new ArrayList<>();
    private final StringBuilder joined = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private int start = -1;
    private char quote;
    private boolean operator;
    private @Nullable String fault;

    private Words(String line) {
        this.line = line;
    }

    /**
     * A word and where it stands in the line.
     *
     * @param text the word without its quotes
     * @param start the offset of its first character, quote included
     * @param end the offset behind its last character
     * @param quote the quote that is still open at its end, or 0
     */
    record Word(String text, int start, int end, char quote) {}

    /**
     * What a line consists of.
     *
     * @param breaks the offsets behind unquoted {@code |}, {@code ;} and {@code &}: a new command begins there
     * @param joined the line without the line breaks that stand outside of quotes
     * @param fault what is wrong with the quoting, or null
     * @param open whether it goes on in the next line: a quote is open, or it ends with a backslash or an operator that wants
     *     a command behind it
     */
    record Scan(
            List<Word> words,
            List<Integer> breaks,
            String joined,
            @Nullable String fault,
            boolean open) {}

    /**
     * The words of a line.
     *
     * @throws DpshException.Usage when a quote is not closed or a backslash ends the line
     */
    static List<String> split(String line) {
        Scan scan = scan(line);
        if (scan.fault() != null) {
            throw new DpshException.Usage(
                    "the line cannot be read", scan.fault(), "close the quote, or put a backslash before it");
        }
        return scan.words().stream().map(Word::text).toList();
    }

    /** The line without the blanks behind its last word; one that a backslash takes belongs to the word. */
    static String trimmed(String line) {
        int end = line.length();
        while (end > 0 && isBlank(line.charAt(end - 1))) {
            end--;
        }
        int slashes = 0;
        while (slashes < end && line.charAt(end - 1 - slashes) == '\\') {
            slashes++;
        }
        boolean taken = slashes % 2 == 1 && end < line.length() && line.charAt(end) != '\n';
        return line.substring(0, taken ? end + 1 : end);
    }

    /** The words as far as they can be told, for a line that is still being typed. */
    static Scan scan(String line) {
        return new Words(line).read();
    }

    private Scan read() {
        for (int at = 0; at < line.length(); at++) {
            at = step(line.charAt(at), at);
        }
        if (quote != 0) {
            fault = quote == '\'' ? "a single quote is not closed" : "a double quote is not closed";
        }
        finish(line.length());
        return new Scan(List.copyOf(words), List.copyOf(breaks), joined.toString(), fault, fault != null || operator);
    }

    /** Takes in what stands here, and returns the offset of the last character of it. */
    private int step(char c, int at) {
        if (quote == 0 && isBlank(c)) {
            finish(at);
            joined.append(c == '\n' ? ' ' : c);
            return at;
        }
        if (quote == 0 && line.startsWith("\\\n", at)) {
            return at + 1;
        }
        operator = quote == 0 && isOperator(c, at);
        int end = quote == 0 ? outside(c, at) : inQuotes(c, at);
        joined.append(line, at, Math.min(end + 1, line.length()));
        return end;
    }

    private int outside(char c, int at) {
        begin(at);
        if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '\\') {
            return escaped(at);
        } else {
            if (c == '|' || c == ';' || c == '&') {
                breaks.add(at + 1);
            }
            text.append(c);
        }
        return at;
    }

    /** Whether an operator ends here behind which a command must follow. */
    private boolean isOperator(char c, int at) {
        return c == '|' || c == '&' && at > 0 && line.charAt(at - 1) == '&';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }

    private int inQuotes(char c, int at) {
        if (c == quote) {
            quote = 0;
            return at;
        }
        if (c == '\\' && quote == '"' && at + 1 < line.length() && "\"\\".indexOf(line.charAt(at + 1)) >= 0) {
            text.append(line.charAt(at + 1));
            return at + 1;
        }
        text.append(c);
        return at;
    }

    private int escaped(int at) {
        if (at + 1 == line.length()) {
            fault = "it ends with a backslash";
            return at;
        }
        text.append(line.charAt(at + 1));
        return at + 1;
    }

    private void begin(int at) {
        if (start < 0) {
            start = at;
        }
    }

    private void finish(int end) {
        if (start >= 0) {
            words.add(new Word(text.toString(), start, end, quote));
            text.setLength(0);
            start = -1;
        }
    }
}
