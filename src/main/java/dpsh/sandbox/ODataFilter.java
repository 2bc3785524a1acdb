package dpsh.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code $filter} of ARM's lists: comparisons with {@code eq} and {@code ne}, {@code startswith} and {@code substringof},
 * joined by {@code and}, {@code or} and brackets. Text compares without case.
 */
final class ODataFilter {
    private static final Pattern TOKEN = Pattern.compile("\\s*('(?:[^']|'')*'|[(),]|[^\\s'(),]+)");

    /** Takes rows by their fields; a field that a row lacks is null. */
    private final Predicate<Function<String, @Nullable String>> test;

    private ODataFilter(Predicate<Function<String, @Nullable String>> test) {
        this.test = test;
    }

    /** The filter in this text; none takes all. Refuses what it does not understand as ARM does. */
    static ODataFilter parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new ODataFilter(any -> true);
        }
        try {
            Parser parser = new Parser(tokens(text));
            Predicate<Function<String, @Nullable String>> parsed = parser.either();
            parser.end();
            return new ODataFilter(parsed);
        } catch (IllegalArgumentException notUnderstood) {
            throw Refusal.arm(
                    400, "InvalidFilterInQueryString", "Invalid $filter '" + text + "' specified in the query string.");
        }
    }

    boolean takes(Function<String, @Nullable String> fields) {
        return test.test(fields);
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text.stripTrailing());
        int at = 0;
        while (at < text.stripTrailing().length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException(text);
            }
            tokens.add(matcher.group(1));
            at = matcher.end();
        }
        return tokens;
    }

    private static final class Parser {
        private final List<String> tokens;
        private int next;

        Parser(List<String> tokens) {
            this.tokens = tokens;
        }

        Predicate<Function<String, @Nullable String>> either() {
            Predicate<Function<String, @Nullable String>> left = both();
            while (takes("or")) {
                left = left.or(both());
            }
            return left;
        }

        private Predicate<Function<String, @Nullable String>> both() {
            Predicate<Function<String, @Nullable String>> left = one();
            while (takes("and")) {
                left = left.and(one());
            }
            return left;
        }

        private Predicate<Function<String, @Nullable String>> one() {
            if (takes("(")) {
                Predicate<Function<String, @Nullable String>> inner = either();
                expect(")");
                return inner;
            }
            String word = take();
            if (takes("(")) {
                return function(word.toLowerCase(Locale.ROOT));
            }
            boolean equal = takes("eq");
            if (!equal) {
                expect("ne");
            }
            String value = literal(take());
            return fields -> value.equalsIgnoreCase(fields.apply(word)) == equal;
        }

        private Predicate<Function<String, @Nullable String>> function(String name) {
            String first = take();
            expect(",");
            String second = take();
            expect(")");
            if (name.equals("startswith")) {
                String prefix = fold(literal(second));
                return fields -> fold(fields.apply(first)).startsWith(prefix);
            }
            if (name.equals("substringof")) {
                String part = fold(literal(first));
                return fields -> fold(fields.apply(second)).contains(part);
            }
            throw new IllegalArgumentException(name);
        }

        private static String fold(@Nullable String text) {
            return text == null ? "" : text.toLowerCase(Locale.ROOT);
        }

        private static String literal(String token) {
            return token.startsWith("'") && token.length() > 1
                    ? token.substring(1, token.length() - 1).replace("''", "'")
                    : token;
        }

        private boolean takes(String word) {
            boolean found = next < tokens.size() && tokens.get(next).equalsIgnoreCase(word);
            next += found ? 1 : 0;
            return found;
        }

        private void expect(String word) {
            if (!takes(word)) {
                throw new IllegalArgumentException("Expected " + word);
            }
        }

        private String take() {
            if (next >= tokens.size()) {
                throw new IllegalArgumentException("The filter ends too early");
            }
            return tokens.get(next++);
        }

        void end() {
            if (next < tokens.size()) {
                throw new IllegalArgumentException("The filter goes on with " + tokens.get(next));
            }
        }
    }
}
