package dpsh.view;

/**
 * A column of a table.
 *
 * @param right whether the cells stand at the right edge, as numbers do
 * @param whole whether the cells are never cut: a state or a size that is cut says nothing
 */
public record Column(String title, boolean right, boolean whole) {
    /** Text, cut when the terminal is too narrow. */
    public static Column of(String title) {
        return new Column(title, false, false);
    }

    /** Text that is never cut. */
    public static Column whole(String title) {
        return new Column(title, false, true);
    }

    /** A number. */
    public static Column number(String title) {
        return new Column(title, true, true);
    }
}
