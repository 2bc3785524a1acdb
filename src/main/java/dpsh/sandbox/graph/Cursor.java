package dpsh.sandbox.graph;

import java.util.List;

/** Goes through the words of a query. */
final class Cursor {
    private final List<Token> tokens;
    private int next;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    /** Takes the next word if it is this one. */
    boolean takes(String sign) {
        boolean found = peek().is(sign);
        if (found) {
            take();
        }
        return found;
    }

    void expect(String sign) {
        if (!takes(sign)) {
            throw GraphFault.parser("Expected '" + sign + "'.", peek());
        }
    }

    /** Takes a name. */
    Token name() {
        if (peek().kind() != Token.Kind.NAME) {
            throw GraphFault.parser("Expected a name.", peek());
        }
        return take();
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }
}
