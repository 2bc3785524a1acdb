package dpsh.sandbox.graph;

/** A query that is wrong or not understood, and where. */
public final class GraphFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final int line;
    private final int position;
    private final String token;

    GraphFault(String code, String message, Token at) {
        super(message, null, false, false);
        this.code = code;
        this.line = at.line();
        this.position = at.position();
        this.token = at.text();
    }

    /** {@code ParserFailure} for what does not parse, {@code InvalidQuery} for names that mean nothing. */
    public String code() {
        return code;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** In the line, counted from 0. */
    public int position() {
        return position;
    }

    /** What stands there; empty at the end. */
    public String token() {
        return token;
    }

    static GraphFault parser(String message, Token at) {
        return new GraphFault("ParserFailure", message, at);
    }
}
