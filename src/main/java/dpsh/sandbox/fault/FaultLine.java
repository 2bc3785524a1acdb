package dpsh.sandbox.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of the language, {@code KIND [WORD...] [KEY=VALUE...]}, cut into words; a value with blanks stands in double quotes.
 * Whoever understands a word takes it; {@link #end} refuses what nobody took. Not thread-safe.
 */
public final class FaultLine {
    private final String kind;
    private final List<String> words;
    private final Map<String, String> keys;
    private final Set<String> asked = new LinkedHashSet<>();

    private FaultLine(String kind, List<String> words, Map<String, String> keys) {
        this.kind = kind;
        this.words = words;
        this.keys = keys;
    }

    /** @throws FaultSyntaxException when the line is empty, a quote stays open or a key stands twice */
    public static FaultLine parse(String text) {
        List<String> words = new ArrayList<>();
        Map<String, String> keys = new LinkedHashMap<>();
        for (String token : tokens(text)) {
            int equals = token.indexOf('=');
            if (equals > 0 && token.substring(0, equals).matches("[A-Za-z][A-Za-z-]*")) {
                String key = token.substring(0, equals).toLowerCase(Locale.ROOT);
                if (keys.put(key, token.substring(equals + 1)) != null) {
                    throw new FaultSyntaxException("'" + key + "=' stands twice");
                }
            } else {
                words.add(token);
            }
        }
        if (words.isEmpty()) {
            throw new FaultSyntaxException("a fault begins with its kind, as in: status 503 method=GET times=2");
        }
        String kind = words.remove(0).toLowerCase(Locale.ROOT);
        return new FaultLine(kind, words, keys);
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
                any = true;
            } else if (Character.isWhitespace(c) && !quoted) {
                if (any) {
                    tokens.add(token.toString());
                    token.setLength(0);
                    any = false;
                }
            } else {
                token.append(c);
                any = true;
            }
        }
        if (quoted) {
            throw new FaultSyntaxException("a double quote stays open");
        }
        if (any) {
            tokens.add(token.toString());
        }
        return tokens;
    }

    /** In lower case. */
    public String kind() {
        return kind;
    }

    /** Takes the next word, or null when there is none. */
    public @Nullable String word() {
        return words.isEmpty() ? null : words.remove(0);
    }

    /** Takes the next word. {@code what} says what it would be: "the status, such as 503". */
    public String word(String what) {
        String word = word();
        if (word == null) {
            throw new FaultSyntaxException("'" + kind + "' needs " + what);
        }
        return word;
    }

    /** Takes a key's value, or null when it is not there. */
    public @Nullable String key(String name) {
        asked.add(name);
        return keys.remove(name);
    }

    /** The value of a key, left for somebody else to take; null when it is not there. */
    public @Nullable String peek(String name) {
        return keys.get(name);
    }

    /** Takes a whole number, or the fallback when the key is not there. */
    public int number(String name, int fallback, int least) {
        String value = key(name);
        return value == null ? fallback : number(name + "=" + value, value, least);
    }

    /** Reads a whole number. */
    public static int number(String shown, String value, int least) {
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least) {
            throw new FaultSyntaxException("'" + shown + "' is not a whole number of at least " + least);
        }
        return Integer.parseInt(value);
    }

    /** Refuses what nobody took. */
    public void end() {
        if (!words.isEmpty()) {
            throw new FaultSyntaxException("'" + kind + "' does not know the word '" + words.get(0) + "'");
        }
        if (!keys.isEmpty()) {
            throw new FaultSyntaxException("'" + kind + "' does not know '"
                    + keys.keySet().iterator().next() + "='; it knows " + String.join("=, ", asked) + "=");
        }
    }

    /** The value as it stands in a line: in quotes when it has blanks. */
    public static String quoted(String value) {
        return value.isEmpty() || value.chars().anyMatch(Character::isWhitespace) ? "\"" + value + "\"" : value;
    }
}
