package dpsh.shell;

/**
 * A part of the typed line and what it is.
 *
 * @param end the offset behind its last character
 */
record Shaded(int start, int end, Shade shade) {}
