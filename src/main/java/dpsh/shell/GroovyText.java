package dpsh.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells of Groovy text whether it goes on in the next line: a bracket, a string over several lines or a comment is open, or
 * it ends with something that needs a right side. It only looks; whether the text is right Groovy is the compiler's to say.
 * A plain string that is not closed does not go on: Groovy allows no line break in it.
 */
final class GroovyText {
    private static final Pattern OPERATOR_WORD =
            Pattern.compile("(?s)(.*[^.\\w$])?(as|in|instanceof|new|else|extends|implements)");
    private static final Pattern STAR_IMPORT = Pattern.compile("(?s)(.*[\\n;])?\\s*import\\s[\\w.\\s]+\\.\\s*\\*");
    private static final Pattern TYPE_ARGUMENTS = Pattern.compile("(?s).*\\w<[\\w.,?<> ]*>");
    private static final String BEFORE_OPERAND = "([{,;=:?!~&|^<>+-*/%\n";
    private static final String OPERATORS = "+-*/%=<>&|^?:,.!~\\";

    private final String text;
    /** What is open: a bracket as its closing character, a string as its opening quotes. */
    private final Deque<Opened> open = new ArrayDeque<>();
    /** The text so far without comments, and an {@code x} for each string. */
    private final StringBuilder code = new StringBuilder();

    private int at;
    private boolean broken;

    private GroovyText(String text) {
        this.text = text;
    }

    private record Opened(String what, String until, int at) {
        boolean isString() {
            return what.charAt(0) == '\'' || what.charAt(0) == '"' || what.charAt(0) == '/' || what.equals("$/");
        }
    }

    /** Why the text goes on in the next line, as a clause; null when it does not. */
    static @Nullable String open(String text) {
        GroovyText reading = new GroovyText(text);
        while (reading.at < text.length() && !reading.broken) {
            reading.step();
        }
        return reading.broken ? null : reading.reason();
    }

    private @Nullable String reason() {
        Opened last = open.peek();
        if (last != null) {
            boolean plain = last.what().equals("'") || last.what().equals("\"");
            return plain && !text.endsWith("\\")
                    ? null
                    : "the " + last.what() + " in line " + line(last.at()) + " is not closed";
        }
        String rest = code.toString().strip();
        if (rest.isEmpty()) {
            return "it is empty";
        }
        boolean operator = OPERATORS.indexOf(rest.charAt(rest.length() - 1)) >= 0
                && !rest.endsWith("++")
                && !rest.endsWith("--")
                && !STAR_IMPORT.matcher(rest).matches()
                && !TYPE_ARGUMENTS.matcher(rest).matches();
        return operator || OPERATOR_WORD.matcher(rest).matches() ? "something is missing at its end" : null;
    }

    private long line(int offset) {
        return text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }

    private void step() {
        Opened within = open.peek();
        if (within != null && within.isString()) {
            inString(within);
        } else if (comes("//")) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (comes("/*")) {
            open.push(new Opened("/*", "*/", at));
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
            if (end >= 0) {
                open.pop();
            }
        } else if (!beginsString()) {
            code(text.charAt(at), within);
            at++;
        }
    }

    private void inString(Opened string) {
        if (text.charAt(at) == '\\') {
            at += 2;
        } else if (comes(string.until())) {
            at += string.until().length();
            open.pop();
            code.append('x');
        } else if (comes("${") && !string.what().startsWith("'")) {
            open.push(new Opened("${", "}", at));
            at += 2;
        } else {
            broken |= text.charAt(at) == '\n'
                    && string.until().length() == 1
                    && !string.until().equals("/");
            at++;
        }
    }

    private boolean beginsString() {
        for (String quotes : new String[] {"'''", "\"\"\"", "'", "\""}) {
            if (comes(quotes)) {
                return begins(quotes, quotes);
            }
        }
        if (comes("$/") && beforeOperand()) {
            return begins("$/", "/$");
        }
        return comes("/") && beforeOperand() && begins("/", "/");
    }

    private boolean begins(String quotes, String until) {
        open.push(new Opened(quotes, until, at));
        at += quotes.length();
        return true;
    }

    /** Whether a value stands next, and not an operator: then a slash begins a string. */
    private boolean beforeOperand() {
        String before = code.toString().stripTrailing();
        return before.isEmpty()
                || BEFORE_OPERAND.indexOf(before.charAt(before.length() - 1)) >= 0
                || before.matches("(?s)(.*\\W)?(return|in|case|assert)");
    }

    private void code(char c, @Nullable Opened within) {
        switch (c) {
            case '(' -> open.push(new Opened("(", ")", at));
            case '[' -> open.push(new Opened("[", "]", at));
            case '{' -> open.push(new Opened("{", "}", at));
            case ')', ']', '}' -> {
                broken |= within == null || within.until().charAt(0) != c;
                if (within != null) {
                    open.pop();
                    if (within.what().equals("${")) {
                        return;
                    }
                }
            }
            default -> {}
        }
        code.append(c);
    }

    private boolean comes(String wanted) {
        return text.startsWith(wanted, at);
    }
}
