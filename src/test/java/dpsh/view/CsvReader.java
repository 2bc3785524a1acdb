package dpsh.view;

import java.util.ArrayList;
import java.util.List;

/** Reads RFC 4180, letter by letter as its grammar has it; knows nothing of the writer. */
final class CsvReader {
    private CsvReader() {}

    static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted && c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                value.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                row.add(value.toString());
                value.setLength(0);
            } else if (!quoted && c == '\r' && text.charAt(at + 1) == '\n') {
                at++;
                row.add(value.toString());
                value.setLength(0);
                rows.add(List.copyOf(row));
                row.clear();
            } else if (!quoted && (c == '\r' || c == '\n')) {
                throw new IllegalArgumentException("a line break outside of quotes");
            } else {
                value.append(c);
            }
        }
        if (quoted || value.length() > 0 || !row.isEmpty()) {
            throw new IllegalArgumentException("ends inside of a row");
        }
        return rows;
    }
}
