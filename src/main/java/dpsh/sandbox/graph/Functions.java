package dpsh.sandbox.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The functions of the language that work on one row. */
final class Functions {
    private static final JsonMapper MAPPER = new JsonMapper();

    private record Known(int least, int most, Function<List<JsonNode>, JsonNode> body) {}

    private final Map<String, Known> known = new HashMap<>();

    Functions(Instant now) {
        addTexts();
        addConversions();
        addDynamics();
        add("now", 0, 1, given -> new TextNode(now.toString()));
        add(
                "ago",
                1,
                1,
                given -> new TextNode(now.minusSeconds(given.get(0).longValue()).toString()));
    }

    private void add(String name, int least, int most, Function<List<JsonNode>, JsonNode> body) {
        known.put(name, new Known(least, most, body));
    }

    /** The call of a function. Refuses one that is not known and a wrong number of arguments. */
    Expression call(Token name, List<Expression> arguments) {
        Known function = known.get(name.text().toLowerCase(Locale.ROOT));
        if (function == null) {
            throw new GraphFault("InvalidQuery", "Unknown function: '" + name.text() + "'.", name);
        }
        if (arguments.size() < function.least() || arguments.size() > function.most()) {
            throw new GraphFault(
                    "InvalidQuery",
                    "The function '" + name.text() + "' does not take " + arguments.size() + " arguments.",
                    name);
        }
        return row -> function.body()
                .apply(arguments.stream().map(argument -> argument.of(row)).toList());
    }

    private void addTexts() {
        add("tolower", 1, 1, given -> new TextNode(Scalars.fold(given.get(0))));
        add("toupper", 1, 1, given -> new TextNode(text(given, 0).toUpperCase(Locale.ROOT)));
        add("strlen", 1, 1, given -> new LongNode(text(given, 0).length()));
        add("strcat", 1, 64, given -> {
            StringBuilder all = new StringBuilder();
            given.forEach(part -> all.append(Scalars.text(part)));
            return new TextNode(all.toString());
        });
        add("split", 2, 3, given -> {
            ArrayNode parts = JsonNodeFactory.instance.arrayNode();
            for (String part : text(given, 0).split(Pattern.quote(text(given, 1)), -1)) {
                parts.add(part);
            }
            return given.size() < 3 ? parts : one(parts.get(given.get(2).asInt()));
        });
        add("substring", 2, 3, given -> {
            String whole = text(given, 0);
            int from = Math.min(Math.max(given.get(1).asInt(), 0), whole.length());
            int length =
                    given.size() < 3 ? whole.length() : Math.max(given.get(2).asInt(), 0);
            return new TextNode(whole.substring(from, Math.min(whole.length(), from + length)));
        });
        add("indexof", 2, 2, given -> new LongNode(text(given, 0).indexOf(text(given, 1))));
        add("replace_string", 3, 3, given -> new TextNode(text(given, 0).replace(text(given, 1), text(given, 2))));
        add("replace", 3, 3, given -> replaced(text(given, 0), text(given, 1), text(given, 2)));
        add("replace_regex", 3, 3, given -> replaced(text(given, 0), text(given, 1), text(given, 2)));
        add(
                "trim",
                2,
                2,
                given -> replaced(text(given, 1), "^(?:" + text(given, 0) + ")+|(?:" + text(given, 0) + ")+$", ""));
        add("extract", 3, 4, given -> {
            Matcher matcher = pattern(text(given, 0)).matcher(text(given, 2));
            int group = given.get(1).asInt();
            boolean found = matcher.find() && group <= matcher.groupCount() && matcher.group(group) != null;
            return new TextNode(found ? matcher.group(group) : "");
        });
        add("isempty", 1, 1, given -> BooleanNode.valueOf(Scalars.isEmpty(given.get(0))));
        add("isnotempty", 1, 1, given -> BooleanNode.valueOf(!Scalars.isEmpty(given.get(0))));
        add("notempty", 1, 1, given -> BooleanNode.valueOf(!Scalars.isEmpty(given.get(0))));
        add("isnull", 1, 1, given -> BooleanNode.valueOf(given.get(0).isNull()));
        add("isnotnull", 1, 1, given -> BooleanNode.valueOf(!given.get(0).isNull()));
        add("notnull", 1, 1, given -> BooleanNode.valueOf(!given.get(0).isNull()));
        add("not", 1, 1, given -> BooleanNode.valueOf(!Scalars.isTrue(given.get(0))));
    }

    private void addConversions() {
        add("tostring", 1, 1, given -> new TextNode(text(given, 0)));
        add("toint", 1, 1, given -> integer(given.get(0)));
        add("tolong", 1, 1, given -> integer(given.get(0)));
        add("todouble", 1, 1, given -> real(given.get(0)));
        add("toreal", 1, 1, given -> real(given.get(0)));
        add("tobool", 1, 1, given -> BooleanNode.valueOf(Scalars.isTrue(given.get(0))));
        add("todatetime", 1, 1, given -> given.get(0));
        add("parse_json", 1, 1, given -> parsed(given.get(0)));
        add("todynamic", 1, 1, given -> parsed(given.get(0)));
        add("iff", 3, 3, given -> Scalars.isTrue(given.get(0)) ? given.get(1) : given.get(2));
        add("iif", 3, 3, given -> Scalars.isTrue(given.get(0)) ? given.get(1) : given.get(2));
        add("case", 3, 65, given -> {
            for (int i = 0; i + 1 < given.size(); i += 2) {
                if (Scalars.isTrue(given.get(i))) {
                    return given.get(i + 1);
                }
            }
            return given.get(given.size() - 1);
        });
        add("coalesce", 1, 64, given -> given.stream()
                .filter(value -> !Scalars.isEmpty(value))
                .findFirst()
                .orElse(NullNode.instance));
    }

    private void addDynamics() {
        add(
                "array_length",
                1,
                1,
                given -> given.get(0).isArray() ? new LongNode(given.get(0).size()) : NullNode.instance);
        add("bag_keys", 1, 1, given -> {
            ArrayNode keys = JsonNodeFactory.instance.arrayNode();
            given.get(0).fieldNames().forEachRemaining(keys::add);
            return keys;
        });
        add("pack_array", 1, 64, given -> JsonNodeFactory.instance.arrayNode().addAll(given));
        Function<List<JsonNode>, JsonNode> pack = given -> {
            ObjectNode bag = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i + 1 < given.size(); i += 2) {
                bag.set(text(given, i), given.get(i + 1));
            }
            return bag;
        };
        add("pack", 2, 64, pack);
        add("bag_pack", 2, 64, pack);
        add("set_has_element", 2, 2, given -> {
            for (JsonNode item : given.get(0)) {
                if (Scalars.equal(item, given.get(1))) {
                    return BooleanNode.TRUE;
                }
            }
            return BooleanNode.FALSE;
        });
    }

    private static String text(List<JsonNode> given, int index) {
        return Scalars.text(given.get(index));
    }

    private static JsonNode one(JsonNode part) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        return part == null ? parts : parts.add(part);
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException bad) {
            return Pattern.compile(Pattern.quote(regex));
        }
    }

    private static JsonNode replaced(String whole, String regex, String by) {
        String groups = by.replaceAll("\\\\(\\d)", "\\$$1");
        return new TextNode(pattern(regex).matcher(whole).replaceAll(groups));
    }

    private static JsonNode integer(JsonNode value) {
        JsonNode real = real(value);
        return real.isNull() ? real : new LongNode(real.longValue());
    }

    private static JsonNode real(JsonNode value) {
        if (value.isNumber()) {
            return value;
        }
        try {
            return new DoubleNode(Double.parseDouble(Scalars.text(value)));
        } catch (NumberFormatException none) {
            return NullNode.instance;
        }
    }

    private static JsonNode parsed(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        try {
            return MAPPER.readTree(value.textValue());
        } catch (JsonProcessingException noJson) {
            return value;
        }
    }
}
