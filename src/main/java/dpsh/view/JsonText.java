package dpsh.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as it is printed: the order and the very digits of the given text, and no character that a terminal would act on
 * (those are escaped, so nothing is lost).
 */
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** Indented by two blanks; text that is no JSON value becomes a JSON string. */
    public static String pretty(String json) {
        return written(json, true);
    }

    /** On one line; text that is no JSON value becomes a JSON string. */
    public static String compact(String json) {
        return written(json, false);
    }

    /** The lines of a text, which is indented if it is JSON. */
    public static List<String> indented(String text) {
        return PlainText.lines(isJson(text) ? pretty(text) : text.strip());
    }

    /** Whether the text is one JSON value. */
    static boolean isJson(String text) {
        try {
            generated(false, generator -> copy(text, generator));
            return true;
        } catch (UncheckedIOException notJson) {
            return false;
        }
    }

    /** JSON text among the values of {@link #of}: it is taken over as it stands. */
    public record Raw(String json) {}

    /** A JSON object of texts, numbers, truth values, nulls, lists and maps, on one line. */
    public static String of(Map<String, ? extends @Nullable Object> members) {
        return generated(false, generator -> value(members, generator));
    }

    /** One value of the kinds that {@link #of} takes, on one line. */
    public static String ofAny(@Nullable Object value) {
        return generated(false, generator -> value(value, generator));
    }

    /**
     * The value that the text is: maps, lists, texts, numbers, truth values and nulls; the text itself when it is no JSON.
     */
    public static @Nullable Object read(String json) {
        return JsonReading.of(json, FACTORY);
    }

    /** Says on {@code err} that a list of which so many were shown is partial, and why, when it is. */
    static void partial(int count, @Nullable String because, Page page) {
        if (because == null) {
            return;
        }
        Map<String, Object> partial = new LinkedHashMap<>();
        partial.put("count", count);
        partial.put("because", because);
        page.notice(of(Map.of("partial", partial)), Tone.PLAIN);
    }

    private static String written(String json, boolean pretty) {
        try {
            return generated(pretty, generator -> copy(json, generator));
        } catch (UncheckedIOException notJson) {
            return generated(false, generator -> generator.writeString(json));
        }
    }

    private static void copy(String json, JsonGenerator generator) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            int depth = 0;
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new IOException("no value");
            }
            do {
                switch (token) {
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(parser.getText());
                    default -> generator.copyCurrentEvent(parser);
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                token = parser.nextToken();
            } while (depth > 0 && token != null);
            if (token != null) {
                throw new IOException("more than one value");
            }
        }
    }

    private static void value(@Nullable Object value, JsonGenerator generator) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                value(entry.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                value(element, generator);
            }
            generator.writeEndArray();
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Number number) {
            generator.writeNumber(number.toString());
        } else if (value instanceof Raw raw && isJson(raw.json())) {
            copy(raw.json(), generator);
        } else if (value instanceof Raw raw) {
            generator.writeString(raw.json());
        } else if (value == null) {
            generator.writeNull();
        } else {
            generator.writeString(value.toString());
        }
    }

    private interface Content {
        void write(JsonGenerator generator) throws IOException;
    }

    private static String generated(boolean pretty, Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            if (pretty) {
                generator.setPrettyPrinter(indented());
            }
            content.write(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return harmless(text.toString());
    }

    private static DefaultPrettyPrinter indented() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    /** Outside of strings JSON has no such characters but line breaks, so escaping them anywhere is right. */
    private static String harmless(String json) {
        if (json.codePoints().noneMatch(JsonText::mustBeEscaped)) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length() + 16);
        json.codePoints().forEach(character -> {
            if (!mustBeEscaped(character)) {
                escaped.appendCodePoint(character);
                return;
            }
            for (char unit : Character.toChars(character)) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
            }
        });
        return escaped.toString();
    }

    private static boolean mustBeEscaped(int character) {
        return character != '\n' && PlainText.isUnsafe(character);
    }
}
