package dpsh.view;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of comma-separated values as RFC 4180 has them: a comma between two values, quotes where a value needs them. What stands
 * behind a row is the writer's: CR LF in files, LF where lines are piped.
 *
 * <p>A spreadsheet takes a value that begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a line break for a
 * formula, quoted or not. Such a value gets an apostrophe in front, which spreadsheets take for "this is text"; a plain
 * number such as {@code -5} stays as it is. JSON has every value exactly (OWASP, "CSV Injection").
 */
final class CsvText {
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CsvText() {}

    /** One row, without what stands behind it. */
    static String row(List<String> values) {
        return values.stream().map(value -> quoted(harmless(value))).collect(Collectors.joining(","));
    }

    /** The value that a reader gets. */
    static String harmless(String value) {
        boolean formula = !value.isEmpty()
                && BEGINS_A_FORMULA.indexOf(value.charAt(0)) >= 0
                && !value.matches("[+-]?[0-9]+(\\.[0-9]+)?");
        return formula ? "'" + value : value;
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                && value.equals(value.strip());
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
