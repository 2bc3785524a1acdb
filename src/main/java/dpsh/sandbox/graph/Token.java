package dpsh.sandbox.graph;

/**
 * A word of a query.
 *
 * @param text as it was written; for text in quotes what it means
 * @param line counted from 1
 * @param position in the line, counted from 0
 */
record Token(Kind kind, String text, int line, int position) {
    /** What sort of word it is. */
    enum Kind {
        NAME,
        TEXT,
        NUMBER,
        TIMESPAN,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind != Kind.TEXT && text.equalsIgnoreCase(sign);
    }
}
