package dpsh.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How values of rows compare and read: nulls are less than all else, text that is a time compares as one. */
final class Scalars {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*Z");

    private Scalars() {}

    /** A member in any case; null when there is none. */
    static JsonNode member(JsonNode object, String name) {
        JsonNode exact = object.get(name);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return NullNode.instance;
    }

    /** As text; empty for null, JSON for what has parts. */
    static String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    static String fold(JsonNode value) {
        return text(value).toLowerCase(Locale.ROOT);
    }

    static boolean isEmpty(JsonNode value) {
        return value.isNull() || (value.isTextual() && value.textValue().isEmpty());
    }

    static boolean isTrue(JsonNode value) {
        return value.isBoolean()
                ? value.booleanValue()
                : value.isTextual() && fold(value).equals("true");
    }

    /** Whether they are equal; a null equals nothing but a null. */
    static boolean equal(JsonNode left, JsonNode right) {
        if (left.isNull() || right.isNull()) {
            return left.isNull() && right.isNull();
        }
        if (left.isNumber() && right.isNumber()) {
            return left.doubleValue() == right.doubleValue();
        }
        return text(left).equals(text(right));
    }

    static int compare(JsonNode left, JsonNode right) {
        if (left.isNull() || right.isNull()) {
            return Boolean.compare(!left.isNull(), !right.isNull());
        }
        if (isNumeric(left) && isNumeric(right)) {
            return Double.compare(number(left), number(right));
        }
        if (isTime(left) && isTime(right)) {
            try {
                return Instant.parse(text(left)).compareTo(Instant.parse(text(right)));
            } catch (DateTimeException notOne) {
                return text(left).compareTo(text(right));
            }
        }
        return text(left).compareTo(text(right));
    }

    private static boolean isNumeric(JsonNode value) {
        return value.isNumber();
    }

    static double number(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : 0;
    }

    static boolean isTime(JsonNode value) {
        return value.isTextual() && TIME.matcher(value.textValue()).matches();
    }

    /** Whether the words of one stand side by side in the other, in any case. */
    static boolean has(JsonNode value, JsonNode words) {
        String wanted = Pattern.quote(fold(words));
        return Pattern.compile("(?<![\\p{L}\\p{N}_])" + wanted + "(?![\\p{L}\\p{N}_])")
                .matcher(fold(value))
                .find();
    }
}
