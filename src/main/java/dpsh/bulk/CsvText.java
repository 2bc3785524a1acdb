package dpsh.bulk;

import java.util.ArrayList;
import java.util.List;

/** CSV text as rows of cells (RFC 4180), with the separator that its first line uses: comma, semicolon or tab. */
final class CsvText {
    private static final String SEPARATORS = ",;\t";

    private final String name;
    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    private CsvText(String name, String text, char separator) {
        this.name = name;
        this.text = text;
        this.separator = separator;
    }

    /**
     * One row.
     *
     * @param line where it begins, from 1
     * @param cells without blanks around them
     */
    record Row(int line, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /** Every row that has anything in it. */
    static List<Row> read(String name, String text) {
        CsvText csv = new CsvText(name, text, separator(text));
        List<Row> rows = new ArrayList<>();
        while (csv.at < text.length()) {
            Row row = csv.row();
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The one that stands most often in the first line, outside of quotes. */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted
                    && (c == '\n' || c == '\r')
                    && !text.substring(0, i).isBlank()) {
                break;
            } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
                counts[SEPARATORS.indexOf(c)]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    private Row row() {
        int begins = line;
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(cell());
            if (at >= text.length()) {
                return new Row(begins, cells);
            }
            char c = text.charAt(at++);
            if (c == separator) {
                continue;
            }
            if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            line++;
            return new Row(begins, cells);
        }
    }

    /** Up to a separator or the end of the line; quotes count at the beginning of a cell only. */
    private String cell() {
        int start = at;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' && separator != '\t')) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        at = start;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private boolean ends(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    private String quoted() {
        int begins = line;
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                if (c == '\n' || c == '\r' && (at >= text.length() || text.charAt(at) != '\n')) {
                    line++;
                }
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return cell.append(rest(begins)).toString().strip();
            }
        }
        throw PlanInput.wrong(name, "cannot be read", "a quote in line " + begins + " is never closed");
    }

    /** Only blanks may follow the closing quote. */
    private String rest(int begins) {
        int start = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        if (!text.substring(start, at).isBlank()) {
            throw PlanInput.wrong(name, "cannot be read", "in line " + begins + " something follows a closing quote");
        }
        return "";
    }
}
