package dpsh.shell;

/** What a part of the typed line is, for its colour. */
enum Shade {
    COMMAND,
    OPTION,
    /** A word in quotes, or a string of Groovy. */
    QUOTED,
    OPERATOR,
    /** A name or an ID that was listed or seen before. */
    KNOWN,
    /** An ID that was never seen here. */
    UNKNOWN,
    /** What cannot be right: a malformed ID, a command or option that there is not. */
    WRONG,
    KEYWORD,
    NUMBER,
    COMMENT,
    /** What dpsh hands to Groovy. */
    OURS
}
