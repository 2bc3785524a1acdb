package dpsh.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads expressions: columns must be in scope, functions must be known. */
final class ExpressionParser {
    private final Cursor cursor;
    private final Functions functions;

    ExpressionParser(Cursor cursor, Instant now) {
        this.cursor = cursor;
        this.functions = new Functions(now);
    }

    /** @param scope the columns that may be named */
    Expression parse(Set<String> scope) {
        Expression left = both(scope);
        while (cursor.takes("or")) {
            Expression before = left;
            Expression right = both(scope);
            left = row -> BooleanNode.valueOf(Scalars.isTrue(before.of(row)) || Scalars.isTrue(right.of(row)));
        }
        return left;
    }

    private Expression both(Set<String> scope) {
        Expression left = comparison(scope);
        while (cursor.takes("and")) {
            Expression before = left;
            Expression right = comparison(scope);
            left = row -> BooleanNode.valueOf(Scalars.isTrue(before.of(row)) && Scalars.isTrue(right.of(row)));
        }
        return left;
    }

    private Expression comparison(Set<String> scope) {
        Expression left = sum(scope);
        String operator = cursor.peek().text().toLowerCase(Locale.ROOT);
        if (cursor.peek().kind() == Token.Kind.TEXT || !Comparisons.isOne(operator)) {
            return left;
        }
        cursor.take();
        if (operator.equals("matches")) {
            cursor.expect("regex");
        }
        if (operator.equals("between") || operator.equals("!between")) {
            cursor.expect("(");
            Expression from = sum(scope);
            cursor.expect("..");
            Expression to = sum(scope);
            cursor.expect(")");
            boolean inside = operator.equals("between");
            return row -> {
                JsonNode value = left.of(row);
                boolean within = Scalars.compare(value, from.of(row)) >= 0 && Scalars.compare(value, to.of(row)) <= 0;
                return BooleanNode.valueOf(within == inside);
            };
        }
        if (Comparisons.takesList(operator)) {
            List<Expression> list = arguments(scope);
            return row -> BooleanNode.valueOf(Comparisons.holds(
                    operator,
                    left.of(row),
                    list.stream().map(item -> item.of(row)).toList()));
        }
        Expression right = sum(scope);
        return row -> BooleanNode.valueOf(Comparisons.holds(operator, left.of(row), right.of(row)));
    }

    private Expression sum(Set<String> scope) {
        Expression left = product(scope);
        while (cursor.peek().is("+") || cursor.peek().is("-")) {
            int sign = cursor.take().is("+") ? 1 : -1;
            Expression before = left;
            Expression right = product(scope);
            left = row -> plus(before.of(row), right.of(row), sign);
        }
        return left;
    }

    private static JsonNode plus(JsonNode left, JsonNode right, int sign) {
        if (Scalars.isTime(left) && right.isNumber()) {
            Instant moved = Instant.parse(left.textValue()).plusSeconds(sign * right.longValue());
            return new TextNode(moved.toString());
        }
        return number(Scalars.number(left) + sign * Scalars.number(right), left, right);
    }

    private static JsonNode number(double value, JsonNode left, JsonNode right) {
        if (!left.isNumber() || !right.isNumber()) {
            return NullNode.instance;
        }
        return left.isIntegralNumber() && right.isIntegralNumber() && !Double.isInfinite(value)
                ? new LongNode((long) value)
                : new DoubleNode(value);
    }

    private Expression product(Set<String> scope) {
        Expression left = path(scope);
        while (cursor.peek().is("*") || cursor.peek().is("/") || cursor.peek().is("%")) {
            String operator = cursor.take().text();
            Expression before = left;
            Expression right = path(scope);
            left = row -> {
                JsonNode a = before.of(row);
                JsonNode b = right.of(row);
                double x = Scalars.number(a);
                double y = Scalars.number(b);
                if (!operator.equals("*") && y == 0) {
                    return NullNode.instance;
                }
                return number(operator.equals("*") ? x * y : operator.equals("/") ? x / y : x % y, a, b);
            };
        }
        return left;
    }

    private Expression path(Set<String> scope) {
        Expression left = primary(scope);
        while (true) {
            Expression before = left;
            if (cursor.takes(".")) {
                String name = cursor.name().text();
                left = row -> Scalars.member(before.of(row), name);
            } else if (cursor.takes("[")) {
                Expression index = parse(scope);
                cursor.expect("]");
                left = row -> at(before.of(row), index.of(row));
            } else {
                return left;
            }
        }
    }

    private static JsonNode at(JsonNode value, JsonNode index) {
        if (!index.isNumber()) {
            return Scalars.member(value, Scalars.text(index));
        }
        int place = index.intValue() < 0 ? value.size() + index.intValue() : index.intValue();
        JsonNode found = value.isArray() ? value.get(place) : null;
        return found == null ? NullNode.instance : found;
    }

    private Expression primary(Set<String> scope) {
        Token token = cursor.take();
        if (token.is("-")) {
            Expression positive = path(scope);
            return row -> plus(new LongNode(0), positive.of(row), -1);
        }
        if (token.is("(")) {
            Expression inner = parse(scope);
            cursor.expect(")");
            return inner;
        }
        return switch (token.kind()) {
            case TEXT -> constant(new TextNode(token.text()));
            case NUMBER ->
                constant(
                        token.text().contains(".")
                                ? new DoubleNode(Double.parseDouble(token.text()))
                                : new LongNode(Long.parseLong(token.text())));
            case TIMESPAN -> constant(new LongNode(seconds(token.text())));
            case NAME -> named(token, scope);
            default -> throw GraphFault.parser("Expected a value.", token);
        };
    }

    private static long seconds(String span) {
        double count = Double.parseDouble(span.replaceAll("[a-z]+", ""));
        return (long) (count
                * switch (span.replaceAll("[\\d.]+", "")) {
                    case "d" -> 86_400;
                    case "h" -> 3_600;
                    case "m" -> 60;
                    default -> 1;
                });
    }

    private static Expression constant(JsonNode value) {
        return row -> value;
    }

    private Expression named(Token token, Set<String> scope) {
        String name = token.text();
        if (cursor.peek().is("(")) {
            if (name.equalsIgnoreCase("dynamic") || name.equalsIgnoreCase("datetime")) {
                return literal(name);
            }
            return functions.call(token, arguments(scope));
        }
        if (name.equalsIgnoreCase("true") || name.equalsIgnoreCase("false")) {
            return constant(BooleanNode.valueOf(name.equalsIgnoreCase("true")));
        }
        if (name.equalsIgnoreCase("null")) {
            return constant(NullNode.instance);
        }
        String column = Scope.resolve(scope, token);
        return row -> {
            JsonNode value = row.get(column);
            return value == null ? NullNode.instance : value;
        };
    }

    /** {@code dynamic([...])} and {@code datetime(2026-01-01)}: what is in the brackets is no expression. */
    private Expression literal(String kind) {
        cursor.expect("(");
        if (kind.equalsIgnoreCase("dynamic")) {
            JsonNode value = json();
            cursor.expect(")");
            return constant(value);
        }
        StringBuilder text = new StringBuilder();
        while (!cursor.peek().is(")") && !cursor.atEnd()) {
            text.append(cursor.take().text());
        }
        cursor.expect(")");
        String time = text.toString();
        return constant(new TextNode(time.matches("\\d{4}-\\d{2}-\\d{2}") ? time + "T00:00:00Z" : time));
    }

    private JsonNode json() {
        Token token = cursor.take();
        if (token.is("[")) {
            var array = JsonNodeFactory.instance.arrayNode();
            while (!cursor.takes("]")) {
                array.add(json());
                if (!cursor.peek().is("]")) {
                    cursor.expect(",");
                }
            }
            return array;
        }
        if (token.is("{")) {
            var object = JsonNodeFactory.instance.objectNode();
            while (!cursor.takes("}")) {
                String name = cursor.take().text();
                cursor.expect(":");
                object.set(name, json());
                if (!cursor.peek().is("}")) {
                    cursor.expect(",");
                }
            }
            return object;
        }
        return switch (token.kind()) {
            case TEXT -> new TextNode(token.text());
            case NUMBER -> new DoubleNode(Double.parseDouble(token.text()));
            case NAME ->
                token.is("true") || token.is("false") ? BooleanNode.valueOf(token.is("true")) : NullNode.instance;
            default -> throw GraphFault.parser("Expected JSON.", token);
        };
    }

    private List<Expression> arguments(Set<String> scope) {
        cursor.expect("(");
        List<Expression> arguments = new ArrayList<>();
        while (!cursor.takes(")")) {
            arguments.add(parse(scope));
            if (!cursor.peek().is(")")) {
                cursor.expect(",");
            }
        }
        return arguments;
    }
}
