package dpsh.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The operators that answer yes or no. Those with an exclamation mark are the opposite of those without. */
final class Comparisons {
    private static final Set<String> PLAIN = Set.of(
            "==",
            "=~",
            "<",
            ">",
            "<=",
            ">=",
            "contains",
            "contains_cs",
            "startswith",
            "startswith_cs",
            "endswith",
            "endswith_cs",
            "has",
            "has_cs",
            "hasprefix",
            "hassuffix",
            "matches",
            "between",
            "in",
            "in~",
            "has_any",
            "has_all");
    private static final Set<String> NEGATED = Set.of("!=", "<>", "!~");
    private static final Set<String> LISTS = Set.of("in", "in~", "has_any", "has_all");

    private Comparisons() {}

    static boolean isOne(String operator) {
        return PLAIN.contains(operator)
                || NEGATED.contains(operator)
                || (operator.startsWith("!") && PLAIN.contains(operator.substring(1)));
    }

    static boolean takesList(String operator) {
        return LISTS.contains(operator.startsWith("!") ? operator.substring(1) : operator);
    }

    static boolean holds(String operator, JsonNode left, JsonNode right) {
        return switch (operator) {
            case "!=", "<>" -> !Scalars.equal(left, right);
            case "!~" -> !Scalars.fold(left).equals(Scalars.fold(right));
            default ->
                operator.startsWith("!") ? !plain(operator.substring(1), left, right) : plain(operator, left, right);
        };
    }

    private static boolean plain(String operator, JsonNode left, JsonNode right) {
        return switch (operator) {
            case "==" -> Scalars.equal(left, right);
            case "=~" -> Scalars.fold(left).equals(Scalars.fold(right));
            case "<" -> ordered(left, right) && Scalars.compare(left, right) < 0;
            case ">" -> ordered(left, right) && Scalars.compare(left, right) > 0;
            case "<=" -> ordered(left, right) && Scalars.compare(left, right) <= 0;
            case ">=" -> ordered(left, right) && Scalars.compare(left, right) >= 0;
            case "contains" -> Scalars.fold(left).contains(Scalars.fold(right));
            case "contains_cs" -> Scalars.text(left).contains(Scalars.text(right));
            case "startswith", "hasprefix" -> Scalars.fold(left).startsWith(Scalars.fold(right));
            case "startswith_cs" -> Scalars.text(left).startsWith(Scalars.text(right));
            case "endswith", "hassuffix" -> Scalars.fold(left).endsWith(Scalars.fold(right));
            case "endswith_cs" -> Scalars.text(left).endsWith(Scalars.text(right));
            case "has", "has_cs" -> Scalars.has(left, right);
            default -> matches(Scalars.text(left), Scalars.text(right));
        };
    }

    /** Nothing is less or more than null. */
    private static boolean ordered(JsonNode left, JsonNode right) {
        return !left.isNull() && !right.isNull();
    }

    private static boolean matches(String text, String regex) {
        try {
            return Pattern.compile(regex).matcher(text).find();
        } catch (PatternSyntaxException bad) {
            return false;
        }
    }

    static boolean holds(String operator, JsonNode left, List<JsonNode> given) {
        boolean negated = operator.startsWith("!");
        List<JsonNode> list = flat(given);
        boolean found =
                switch (negated ? operator.substring(1) : operator) {
                    case "in" -> list.stream().anyMatch(item -> Scalars.equal(left, item));
                    case "in~" ->
                        list.stream().anyMatch(item -> Scalars.fold(left).equals(Scalars.fold(item)));
                    case "has_any" -> list.stream().anyMatch(item -> Scalars.has(left, item));
                    default -> list.stream().allMatch(item -> Scalars.has(left, item));
                };
        return found != negated;
    }

    private static List<JsonNode> flat(List<JsonNode> given) {
        List<JsonNode> flat = new ArrayList<>();
        for (JsonNode item : given) {
            if (item.isArray()) {
                item.forEach(flat::add);
            } else {
                flat.add(item);
            }
        }
        return flat;
    }
}
