package dpsh.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * A command line cut up where it is coloured: its words with their quotes, and the operators between commands. A lone
 * {@code &} inside a word is none of them, so that a URL stays whole.
 */
final class LineTokens {
    private final String line;
    private final List<Token> tokens = new ArrayList<>();
    private int start = -1;
    private int at;

    private LineTokens(String line) {
        this.line = line;
    }

    /**
     * A word or an operator.
     *
     * @param text an operator as it is, a word without its quotes
     * @param start the offset of its first character, quote included
     * @param end the offset behind its last character
     */
    record Token(String text, int start, int end, boolean operator) {
        /** Whether a command begins behind it. */
        boolean beginsCommand() {
            return operator && !redirects();
        }

        /** Whether a file is named behind it. */
        boolean redirects() {
            return operator && (text.startsWith(">") || text.equals("<"));
        }
    }

    static List<Token> of(String line) {
        return new LineTokens(line).read();
    }

    private List<Token> read() {
        char quote = 0;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (quote != 0) {
                if (c == '\\' && quote == '"') {
                    at++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == ' ' || c == '\t' || c == '\n') {
                word();
            } else if (!operator(c)) {
                start = start < 0 ? at : start;
                quote = c == '\'' || c == '"' ? c : 0;
                at += c == '\\' ? 1 : 0;
            }
        }
        at = Math.min(at, line.length());
        word();
        return List.copyOf(tokens);
    }

    private boolean operator(char c) {
        boolean twice = at + 1 < line.length() && line.charAt(at + 1) == c;
        boolean found = c == '|' || c == ';' || c == '>' || c == '<' || c == '&' && twice;
        if (found) {
            word();
            int end = twice && c != ';' && c != '<' ? at + 2 : at + 1;
            tokens.add(new Token(line.substring(at, end), at, end, true));
            at = end - 1;
        }
        return found;
    }

    private void word() {
        if (start >= 0) {
            List<Words.Word> words = Words.scan(line.substring(start, Math.min(at, line.length())))
                    .words();
            String text = words.isEmpty() ? "" : words.get(0).text();
            tokens.add(new Token(text, start, Math.min(at, line.length()), false));
            start = -1;
        }
    }
}
