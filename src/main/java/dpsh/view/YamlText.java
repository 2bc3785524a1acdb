package dpsh.view;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * JSON text as YAML 1.2 in block style: the same order and the very digits. A text stands without quotes only where every
 * reader, those of YAML 1.1 included, takes it for that text; a character that a terminal would act on is escaped.
 */
final class YamlText {
    /** Begins with a letter, goes on with what means nothing in YAML. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}/][\\p{L}\\p{M}\\p{N}\\p{So} _./@()+$%,;=<>|*?!-]*");

    /** What some reader takes for something else than a text. */
    private static final Pattern WORD =
            Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|nan|inf|infinity|\\.inf|\\.nan");

    /** Of YAML's simple keys it is 1024 characters, quotes included. */
    private static final int LONGEST_NAME = 1000;

    private final StringBuilder text = new StringBuilder();
    private final JsonEvents json;

    private YamlText(JsonEvents json) {
        this.json = json;
    }

    /** The document, its last line ended; text that is no JSON becomes a YAML string. */
    static String of(String json) {
        return written(json, 0);
    }

    /** The same as an element of a list. */
    static String element(String json) {
        return "- " + written(json, 2);
    }

    private static String written(String json, int depth) {
        try (JsonEvents events = JsonEvents.of(json)) {
            YamlText yaml = new YamlText(events);
            events.next();
            yaml.value(depth, true);
            return yaml.text.toString();
        } catch (IOException notJson) {
            return scalar(json) + "\n";
        }
    }

    /** @param inLine whether the cursor stands where a first member may begin: at the depth itself or behind a dash */
    private void value(int depth, boolean inLine) throws IOException {
        switch (json.kind()) {
            case OBJECT -> object(depth, inLine);
            case ARRAY -> array(depth, inLine);
            case TEXT -> scalarLine(scalar(json.text()), inLine);
            case NUMBER, WORD -> scalarLine(json.text(), inLine);
            case END -> throw new IOException("a value is missing");
        }
    }

    private void scalarLine(String scalar, boolean inLine) {
        text.append(inLine ? "" : " ").append(scalar).append('\n');
    }

    private void object(int depth, boolean inLine) throws IOException {
        boolean first = true;
        while (json.next()) {
            if (!first || !inLine) {
                text.append(first ? "\n" : "").append(" ".repeat(depth));
            }
            first = false;
            name(scalar(json.name()), depth);
            json.next();
            value(depth + 2, false);
        }
        if (first) {
            scalarLine("{}", inLine);
        }
    }

    /** A name that is longer than readers look ahead is marked as one. */
    private void name(String name, int depth) {
        boolean marked = name.length() > LONGEST_NAME;
        text.append(marked ? "? " + name + "\n" + " ".repeat(depth) : name).append(':');
    }

    /** The dashes of a member's list stand below its name. */
    private void array(int depth, boolean inLine) throws IOException {
        int dashes = inLine ? depth : depth - 2;
        boolean first = true;
        while (json.next()) {
            if (!first || !inLine) {
                text.append(first ? "\n" : "").append(" ".repeat(dashes));
            }
            first = false;
            text.append("- ");
            value(dashes + 2, true);
        }
        if (first) {
            scalarLine("[]", inLine);
        }
    }

    private static String scalar(String value) {
        boolean plain = PLAIN.matcher(value).matches()
                && !WORD.matcher(value).matches()
                && !value.endsWith(" ")
                && value.codePoints().noneMatch(PlainText::isUnsafe);
        return plain ? value : quoted(value);
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
        value.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append((char) character);
            } else if (character == '\n') {
                quoted.append("\\n");
            } else if (character == '\t') {
                quoted.append("\\t");
            } else if (!PlainText.isUnsafe(character) && character != 0xfffe && character != 0xffff) {
                quoted.appendCodePoint(character);
            } else if (character <= 0xffff) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", character));
            } else {
                quoted.append(String.format(Locale.ROOT, "\\U%08x", character));
            }
        });
        return quoted.append('"').toString();
    }
}
