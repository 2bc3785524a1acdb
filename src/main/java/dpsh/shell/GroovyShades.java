package dpsh.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The colours of Groovy text. It only looks; text that is wrong or not whole yet has its colours too. */
final class GroovyShades {
    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "as",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "continue",
            "def",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "int",
            "interface",
            "long",
            "new",
            "null",
            "private",
            "public",
            "return",
            "short",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "throws",
            "trait",
            "true",
            "try",
            "var",
            "void",
            "while",
            "yield");

    /** What dpsh puts at an expression's hand. */
    private static final Set<String> OURS = Set.of("backup", "_", "args", "it");

    private static final String BEFORE_OPERAND = "([{,;=:?!~&|<>";

    private final String text;
    private final int offset;
    private final List<Shaded> found = new ArrayList<>();
    private int at;

    private GroovyShades(String text, int offset) {
        this.text = text;
        this.offset = offset;
    }

    /** @param offset where the text begins in the line */
    static List<Shaded> of(String text, int offset) {
        GroovyShades shades = new GroovyShades(text, offset);
        while (shades.at < text.length()) {
            shades.step();
        }
        return shades.found;
    }

    private void step() {
        char c = text.charAt(at);
        if (comes("//")) {
            take(endOfLine(at), Shade.COMMENT);
        } else if (comes("/*")) {
            take(behind("*/", at + 2), Shade.COMMENT);
        } else if (comes("'''") || comes("\"\"\"")) {
            take(behind(text.substring(at, at + 3), at + 3), Shade.QUOTED);
        } else if (c == '\'' || c == '"') {
            take(endOfString(c), Shade.QUOTED);
        } else if (c == '/' && beforeOperand() && endOfString('/') < endOfLine(at) + 1 && isClosed('/')) {
            take(endOfString('/'), Shade.QUOTED);
        } else if (Character.isDigit(c)) {
            take(endOfNumber(), Shade.NUMBER);
        } else if (Character.isJavaIdentifierStart(c)) {
            word();
        } else {
            at++;
        }
    }

    private void word() {
        int end = at;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        String word = text.substring(at, end);
        boolean member = at > 0 && text.charAt(at - 1) == '.';
        if (!member && KEYWORDS.contains(word)) {
            take(end, Shade.KEYWORD);
        } else if (!member && OURS.contains(word)) {
            take(end, Shade.OURS);
        } else {
            at = end;
        }
    }

    private void take(int end, Shade shade) {
        found.add(new Shaded(offset + at, offset + end, shade));
        at = end;
    }

    private boolean comes(String wanted) {
        return text.startsWith(wanted, at);
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private int behind(String wanted, int from) {
        int end = text.indexOf(wanted, from);
        return end < 0 ? text.length() : end + wanted.length();
    }

    /** Behind the closing quote, or the end of the line. */
    private int endOfString(char quote) {
        for (int end = at + 1; end < text.length(); end++) {
            char c = text.charAt(end);
            if (c == '\n') {
                return end;
            }
            if (c == quote) {
                return end + 1;
            }
            end += c == '\\' ? 1 : 0;
        }
        return text.length();
    }

    private boolean isClosed(char quote) {
        int end = endOfString(quote);
        return end > at + 1 && text.charAt(end - 1) == quote;
    }

    private int endOfNumber() {
        int end = at;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean point = c == '.' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
            if (!Character.isLetterOrDigit(c) && c != '_' && !point) {
                break;
            }
            end++;
        }
        return end;
    }

    /** Whether a value stands next, and not an operator: then a slash begins a string. */
    private boolean beforeOperand() {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before < 0 || BEFORE_OPERAND.indexOf(text.charAt(before)) >= 0;
    }
}
