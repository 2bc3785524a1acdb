package dpsh.view;

/**
 * A column of a table.
 *
 * @param right whether the cells stand at the right edge, as numbers do
 * @param narrow what becomes of it on a terminal that is too narrow
 * @param room how much of it rows may need that come after the first are written; 0 when nobody knows
 */
public record Column(String title, boolean right, Narrow narrow, int room) {
    public Column(String title, boolean right, Narrow narrow) {
        this(title, right, narrow, 0);
    }

    /** A query may name a column as the service names a tag: made plain on the way in, as a {@link Span} is. */
    public Column {
        title = PlainText.of(title);
    }

    /** What gives way when a terminal is too narrow for the table. */
    public enum Narrow {
        /** The cells are cut. */
        CUT,
        /** The cells are never cut: a state or a size that is cut says nothing. */
        WHOLE,
        /** The cells are cut a little, and where that is not enough the column is left out. */
        EXTRA,
        /** The column is for programs: only csv and tsv have it. */
        DATA
    }

    /** Text, cut when the terminal is too narrow. */
    public static Column of(String title) {
        return new Column(title, false, Narrow.CUT);
    }

    /** Text that is never cut. */
    public static Column whole(String title) {
        return new Column(title, false, Narrow.WHOLE);
    }

    /** A number. */
    public static Column number(String title) {
        return new Column(title, true, Narrow.WHOLE);
    }

    /** Text that a narrow terminal does without. */
    public static Column extra(String title) {
        return new Column(title, false, Narrow.EXTRA);
    }

    /** The same column with room for this text, whatever its first rows need. */
    public Column roomFor(String longest) {
        return new Column(title, right, narrow, longest.length());
    }

    /** The same column where somebody asked for it: it is not left out. */
    Column chosen() {
        return narrow == Narrow.EXTRA || narrow == Narrow.DATA ? new Column(title, right, Narrow.CUT, room) : this;
    }

    /** What a program wants to know and nobody wants to read, such as an ID: only csv and tsv have it. */
    public static Column data(String title) {
        return new Column(title, false, Narrow.DATA);
    }
}
