package dpsh.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of a properties file, read so that it can be written again: what an edit does not change stays as somebody wrote
 * it, comments, order and mistakes included. Of two lines with one key the last holds.
 */
final class ConfigText {
    private final List<Row> rows;

    private ConfigText(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * One line with those that continue it.
     *
     * @param raw as it stands in the file
     * @param number of its first line, from 1; 0 for one that was never in a file
     * @param key null for a comment, a blank line and one that cannot be read
     * @param fault what is wrong with it, or null
     */
    private record Row(
            String raw,
            int number,
            @Nullable String key,
            String value,
            @Nullable String fault) {}

    /** A line that cannot be read. */
    record Fault(int line, String what) {}

    static ConfigText of(String text) {
        List<String> lines =
                (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            int first = at;
            StringBuilder raw = new StringBuilder(lines.get(at));
            StringBuilder whole = new StringBuilder(lines.get(at).strip());
            boolean words = !whole.isEmpty() && whole.charAt(0) != '#' && whole.charAt(0) != '!';
            while (words && PropertyText.continues(whole) && at + 1 < lines.size()) {
                at++;
                raw.append('\n').append(lines.get(at));
                whole.setLength(whole.length() - 1);
                whole.append(lines.get(at).strip());
            }
            rows.add(words ? row(raw.toString(), whole.toString(), first + 1) : comment(raw.toString(), first + 1));
        }
        return new ConfigText(rows);
    }

    private static Row comment(String raw, int number) {
        return new Row(raw, number, null, "", null);
    }

    private static Row row(String raw, String whole, int number) {
        int equals = PropertyText.separator(whole);
        if (equals <= 0) {
            return new Row(raw, number, null, "", equals < 0 ? "it has no =" : "it has no key before the =");
        }
        String key = PropertyText.read(whole.substring(0, equals).strip());
        String value = PropertyText.read(whole.substring(equals + 1).strip());
        return key == null || value == null
                ? new Row(raw, number, null, "", "a \\u in it is not followed by four hexadecimal digits")
                : new Row(raw, number, key, value, null);
    }

    /** The keys with their values, in the file's order. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.key() != null) {
                values.put(row.key(), row.value());
            }
        }
        return values;
    }

    List<Fault> faults() {
        return rows.stream()
                .filter(row -> row.fault() != null)
                .map(row -> new Fault(row.number(), String.valueOf(row.fault())))
                .toList();
    }

    /** The line that a key's value stands in; 0 when there is none in a file. */
    int line(String key) {
        Row row = last(key);
        return row == null ? 0 : row.number();
    }

    private @Nullable Row last(String key) {
        Row found = null;
        for (Row row : rows) {
            if (key.equals(row.key())) {
                found = row;
            }
        }
        return found;
    }

    /** The same with another value for a key: where it stood, or behind the keys that begin like it. */
    ConfigText with(String key, String value) {
        Row row = new Row(PropertyText.key(key) + "=" + PropertyText.value(value), 0, key, value, null);
        List<Row> changed = new ArrayList<>(rows);
        Row before = last(key);
        if (before != null) {
            changed.set(changed.lastIndexOf(before), row);
            return new ConfigText(changed);
        }
        String family = key.substring(0, key.lastIndexOf('.') + 1);
        int at = changed.size();
        for (int i = 0; i < changed.size() && !family.isEmpty(); i++) {
            String other = changed.get(i).key();
            if (other != null && other.startsWith(family)) {
                at = i + 1;
            }
        }
        changed.add(at, row);
        return new ConfigText(changed);
    }

    /** The same without a key. */
    ConfigText without(String key) {
        return new ConfigText(
                rows.stream().filter(row -> !key.equals(row.key())).toList());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row.raw()).append('\n'));
        return text.toString();
    }
}
