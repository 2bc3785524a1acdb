package dpsh.shell;

import dpsh.arm.DpshException;
import dpsh.shell.Course.Joint;
import dpsh.shell.Course.Pipe;
import dpsh.shell.Course.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operators between commands: {@code |}, {@code ;}, {@code &&}, {@code ||}, {@code >}, {@code >>}, {@code <}. They mean
 * what they mean in any shell, outside of quotes as {@link Words} has them.
 */
final class LineGrammar {
    private static final List<String> OPERATORS = List.of("&&", "||", ">>", "|", ";", ">", "<");

    private final List<Token> tokens;
    private final List<Pipe> pipes = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private int at;

    private LineGrammar(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** A stretch of words as they were typed, or an operator. */
    private record Token(String text, boolean operator) {}

    /**
     * Reads a line that has at least one word.
     *
     * @throws DpshException.Usage when something is missing beside an operator, or stands twice, or a quote is open
     */
    static Course parse(String line) {
        return new LineGrammar(tokens(line)).course();
    }

    private static List<Token> tokens(String line) {
        List<Token> tokens = new ArrayList<>();
        int begin = 0;
        char quote = 0;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (quote != 0) {
                boolean escaped =
                        quote == '"' && c == '\\' && at + 1 < line.length() && "\"\\".indexOf(line.charAt(at + 1)) >= 0;
                at += escaped ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '\\') {
                at++;
            } else {
                String operator = operator(line, at);
                if (operator != null) {
                    refuseStream(line, at, operator);
                    words(tokens, line.substring(begin, at));
                    tokens.add(new Token(operator, true));
                    at += operator.length() - 1;
                    begin = at + 1;
                }
            }
        }
        words(tokens, line.substring(Math.min(begin, line.length())));
        return tokens;
    }

    /** {@code 2>} and {@code &>} mean something elsewhere. */
    private static void refuseStream(String line, int at, String operator) {
        boolean stream = operator.startsWith(">")
                && at > 0
                && "12&".indexOf(line.charAt(at - 1)) >= 0
                && (at == 1 || Character.isWhitespace(line.charAt(at - 2)));
        if (stream) {
            throw new DpshException.Usage(
                    "'" + line.charAt(at - 1) + operator + "' is not understood",
                    "only data is redirected; what goes wrong is told on the terminal",
                    "write " + operator + " FILE, with a blank before it");
        }
    }

    private static @Nullable String operator(String line, int at) {
        return OPERATORS.stream()
                .filter(one -> line.startsWith(one, at))
                .findFirst()
                .orElse(null);
    }

    private static void words(List<Token> tokens, String text) {
        if (!text.isBlank()) {
            tokens.add(new Token(Words.trimmed(text.stripLeading()), false));
        }
    }

    private Course course() {
        Joint joint = Joint.ALWAYS;
        while (at < tokens.size()) {
            String before = at == 0 ? null : tokens.get(at - 1).text();
            stages.add(stage(before));
            String next = at < tokens.size() ? tokens.get(at++).text() : ";";
            if (next.equals("|")) {
                continue;
            }
            pipes.add(new Pipe(joint, stages));
            stages.clear();
            joint = next.equals("&&") ? Joint.WHEN_WELL : next.equals("||") ? Joint.WHEN_NOT : Joint.ALWAYS;
            if (at == tokens.size() && joint != Joint.ALWAYS) {
                throw missing("behind", next);
            }
        }
        if (!stages.isEmpty()) {
            throw missing("behind", "|");
        }
        return new Course(pipes);
    }

    private Stage stage(@Nullable String before) {
        String text = null;
        String from = null;
        String to = null;
        boolean append = false;
        for (; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (!token.operator()) {
                text = text == null ? token.text() : text + " " + token.text();
            } else if (token.text().equals("<")) {
                from = file(token.text(), from);
                text = rest(text);
            } else if (token.text().startsWith(">")) {
                append = token.text().equals(">>");
                to = file(token.text(), to);
                text = rest(text);
            } else {
                break;
            }
        }
        if (text == null) {
            throw at < tokens.size()
                    ? missing("before", tokens.get(at).text())
                    : missing("behind", before == null ? tokens.get(0).text() : before);
        }
        return new Stage(text, Words.split(text), from, to, append);
    }

    /** The first word behind a redirection. @param other the file that another one named */
    private String file(String operator, @Nullable String other) {
        if (other != null) {
            throw new DpshException.Usage(
                    "two files stand behind " + operator, other + " and another", "name one; `tee` writes to several");
        }
        if (at + 1 == tokens.size() || tokens.get(at + 1).operator()) {
            throw new DpshException.Usage("there is no file behind " + operator, null, "name the file");
        }
        return Words.split(tokens.get(at + 1).text()).get(0);
    }

    /** What stands behind the file belongs to the command. */
    private @Nullable String rest(@Nullable String text) {
        at++;
        List<Words.Word> words = Words.scan(tokens.get(at).text()).words();
        String rest = tokens.get(at).text().substring(words.get(0).end()).stripLeading();
        return rest.isEmpty() ? text : text == null ? rest : text + " " + rest;
    }

    private static DpshException.Usage missing(String side, String operator) {
        return new DpshException.Usage(
                "there is no command " + side + " " + operator,
                null,
                "quote the " + operator + " where it belongs to a word");
    }
}
