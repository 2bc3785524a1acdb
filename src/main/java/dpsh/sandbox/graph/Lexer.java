package dpsh.sandbox.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into words. */
final class Lexer {
    private static final Set<String> HYPHENATED = Set.of(
            "project-away",
            "project-keep",
            "project-rename",
            "project-reorder",
            "mv-expand",
            "mv-apply",
            "make-series");
    private static final Pattern NAME = Pattern.compile("\\$?[A-Za-z_]\\w*(-[a-z]+)?");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?(d|h|m|s|ms)?\\b|\\d+");
    private static final Pattern SIGN =
            Pattern.compile("![a-zA-Z_]+~?|==|!=|=~|!~|<=|>=|<>|\\.\\.|in~|[-|()\\[\\]{},.+*/%<>=:;?]");

    private final String query;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(String query) {
        this.query = query;
    }

    /** The words of the query, and an end. */
    static List<Token> tokens(String query) {
        Lexer lexer = new Lexer(query);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < query.length()) {
            char next = query.charAt(at);
            if (next == '\n') {
                line++;
                lineStart = ++at;
            } else if (Character.isWhitespace(next)) {
                at++;
            } else if (query.startsWith("//", at)) {
                int end = query.indexOf('\n', at);
                at = end < 0 ? query.length() : end;
            } else if (next == '\'' || next == '"' || (next == '@' && quoteFollows())) {
                text(next == '@');
            } else {
                word();
            }
        }
        tokens.add(new Token(Token.Kind.END, "", line, at - lineStart));
    }

    private boolean quoteFollows() {
        return at + 1 < query.length() && "'\"".indexOf(query.charAt(at + 1)) >= 0;
    }

    private void text(boolean verbatim) {
        int from = at;
        at += verbatim ? 1 : 0;
        char quote = query.charAt(at++);
        StringBuilder text = new StringBuilder();
        while (true) {
            if (at >= query.length() || query.charAt(at) == '\n') {
                throw GraphFault.parser(
                        "The text is not closed.",
                        new Token(Token.Kind.TEXT, query.substring(from, at), line, from - lineStart));
            }
            char next = query.charAt(at++);
            if (next == quote && verbatim && at < query.length() && query.charAt(at) == quote) {
                text.append(quote);
                at++;
            } else if (next == quote) {
                break;
            } else if (next == '\\' && !verbatim && at < query.length()) {
                text.append(escaped(query.charAt(at++)));
            } else {
                text.append(next);
            }
        }
        tokens.add(new Token(Token.Kind.TEXT, text.toString(), line, from - lineStart));
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> letter;
        };
    }

    private void word() {
        Matcher name = NAME.matcher(query).region(at, query.length());
        Matcher number = NUMBER.matcher(query).region(at, query.length());
        Matcher sign = SIGN.matcher(query).region(at, query.length());
        if (name.lookingAt()) {
            String text = name.group();
            if (name.group(1) != null && !HYPHENATED.contains(text.toLowerCase(Locale.ROOT))) {
                text = text.substring(0, text.indexOf('-'));
            }
            boolean inFold = text.equalsIgnoreCase("in") && query.startsWith("~", at + 2);
            add(Token.Kind.NAME, inFold ? query.substring(at, at + 3) : text);
        } else if (number.lookingAt()) {
            boolean span = number.group(2) != null;
            add(span ? Token.Kind.TIMESPAN : Token.Kind.NUMBER, number.group());
        } else if (sign.lookingAt()) {
            add(Token.Kind.SIGN, sign.group());
        } else {
            throw GraphFault.parser(
                    "The character is not understood.",
                    new Token(Token.Kind.SIGN, query.substring(at, at + 1), line, at - lineStart));
        }
    }

    private void add(Token.Kind kind, String text) {
        tokens.add(new Token(kind, text, line, at - lineStart));
        at += text.length();
    }
}
