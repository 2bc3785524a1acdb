package dpsh.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** One JSON value read piece by piece, without its library's words: what it is, and the text that stands for it. */
final class JsonEvents implements AutoCloseable {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;
    private JsonToken token = JsonToken.NOT_AVAILABLE;

    private JsonEvents(JsonParser parser) {
        this.parser = parser;
    }

    enum Kind {
        OBJECT,
        ARRAY,
        TEXT,
        NUMBER,
        /** true, false and null. */
        WORD,
        END
    }

    static JsonEvents of(String json) throws IOException {
        return new JsonEvents(FACTORY.createParser(json));
    }

    /** Goes on; false at the end of the object or array that is being read. The name of a member is a step of its own. */
    boolean next() throws IOException {
        JsonToken next = parser.nextToken();
        if (next == null) {
            throw new IOException("the text ends too early");
        }
        token = next;
        return !next.isStructEnd();
    }

    /** The name of the member that begins here. */
    String name() throws IOException {
        return parser.currentName();
    }

    Kind kind() {
        return switch (token) {
            case START_OBJECT -> Kind.OBJECT;
            case START_ARRAY -> Kind.ARRAY;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> Kind.WORD;
            case VALUE_STRING -> Kind.TEXT;
            default -> Kind.END;
        };
    }

    /** The scalar as it stands in the text, without quotes and escapes. */
    String text() throws IOException {
        return parser.getText();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
