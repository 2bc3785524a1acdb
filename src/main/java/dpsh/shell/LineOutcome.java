package dpsh.shell;

/**
 * What became of a line.
 *
 * @param code the exit code: of what ran, or the one that was asked for on leaving; 0 where nothing ran
 */
record LineOutcome(Kind kind, int code) {
    static final LineOutcome NOTHING = new LineOutcome(Kind.NOTHING, 0);

    enum Kind {
        /** There was nothing in it: blank, or a comment. */
        NOTHING,
        /** It was carried out; code 0 is success. */
        RAN,
        /** It asked to leave. */
        LEAVE
    }

    static LineOutcome ran(int code) {
        return new LineOutcome(Kind.RAN, code);
    }

    static LineOutcome leave(int code) {
        return new LineOutcome(Kind.LEAVE, code);
    }
}
