package dpsh.view;

/** What a piece of text means; the terminal's theme decides how that looks. */
public enum Tone {
    GOOD,
    BAD,
    WARNING,
    DIM,
    HEADING,
    PLAIN
}
