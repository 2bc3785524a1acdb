package dpsh.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dpsh.arm.DpshException;
import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPathException;
import io.burt.jmespath.jackson.JacksonRuntime;
import io.burt.jmespath.parser.ParseError;
import io.burt.jmespath.parser.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JMESPath expression (jmespath.org, as {@code az --query} has it), read and ready to be put to results. */
public final class Query {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Expression<JsonNode> expression;

    private Query(Expression<JsonNode> expression) {
        this.expression = expression;
    }

    /**
     * Reads the expression.
     *
     * @param option what it was given with, for the sentence that says what is wrong with it
     * @throws DpshException.Usage when it is broken, saying where
     */
    public static Query of(String text, String option) {
        try {
            return new Query(new JacksonRuntime().compile(text));
        } catch (ParseException e) {
            throw broken(text, option, e);
        } catch (JmesPathException e) {
            throw new DpshException.Usage(option + " cannot be read", e.getMessage(), null);
        }
    }

    private static DpshException.Usage broken(String text, String option, ParseException e) {
        ParseError first = e.iterator().next();
        int at = Math.max(0, Math.min(first.position(), text.length()));
        String rest = text.substring(at);
        boolean number = rest.matches("-?[0-9].*");
        String where = rest.isEmpty() ? "at its end" : "at character " + (at + 1) + ", before `" + rest + "`";
        String why = first.message()
                .replaceFirst("^syntax error ", "")
                .replaceFirst(" expecting \\{.*\\}", "")
                .replace("'<EOF>'", "its end");
        return new DpshException.Usage(
                option + " is broken " + where,
                why,
                number
                        ? "write a number between backquotes: `" + rest.replaceFirst("(-?[0-9.]+).*", "$1") + "`"
                        : "the guide shows examples, and jmespath.org the whole language");
    }

    /** The answer to a list, as maps, lists, texts, exact numbers and truth values. @param items JSON each */
    @Nullable
    Object ask(List<String> items) {
        ArrayNode list = JSON.createArrayNode();
        items.forEach(item -> list.add(node(item)));
        return ask(list);
    }

    /** The answer to one thing. */
    @Nullable
    public Object ask(String json) {
        return ask(node(json));
    }

    /**
     * Whether the answer to one thing is true: in JMESPath that is all but false, null, and what is empty.
     *
     * @throws DpshException.Usage when the expression does not fit
     */
    public boolean isTrue(String json) {
        Object answer = ask(json);
        return answer != null
                && !answer.equals(false)
                && !answer.equals("")
                && !(answer instanceof List<?> list && list.isEmpty())
                && !(answer instanceof Map<?, ?> map && map.isEmpty());
    }

    private static JsonNode node(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(json);
        }
    }

    private @Nullable Object ask(JsonNode node) {
        try {
            return plain(expression.search(node));
        } catch (JmesPathException e) {
            throw new DpshException.Usage(
                    "the query does not fit the result",
                    Clause.begunLow(e.getMessage()),
                    "the command itself was carried out; `_ --query ...` asks its result again");
        }
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), plain(member.getValue())));
            return members;
        }
        if (node.isArray()) {
            List<@Nullable Object> elements = new ArrayList<>(node.size());
            node.forEach(element -> elements.add(plain(element)));
            return elements;
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() ? node.bigIntegerValue() : node.decimalValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNull() || node.isMissingNode() ? null : node.asText();
    }
}
