package dpsh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * How a run ended. A failed assertion shows both streams.
 *
 * @param both the two streams as a person sees them, in the order of writing
 */
public record Ran(List<String> arguments, int code, String out, String err, String both) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Asserts the exit code. */
    public Ran ends(int expected) {
        assertThat(code).as(toString()).isEqualTo(expected);
        return this;
    }

    /** Asserts the whole of standard output. */
    public Ran prints(String expected) {
        assertThat(out).as(toString()).isEqualTo(expected);
        return this;
    }

    /** Asserts the whole of standard error. */
    public Ran says(String expected) {
        assertThat(err).as(toString()).isEqualTo(expected);
        return this;
    }

    /** Asserts parts of standard error. */
    public Ran mentions(String... parts) {
        assertThat(err).as(toString()).contains(parts);
        return this;
    }

    /** Standard output as one JSON value. */
    public JsonNode json() {
        return read(out);
    }

    /** Any text as JSON. */
    public static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    @Override
    public String toString() {
        return "dpsh " + String.join(" ", arguments) + "\nended with " + code + "\nstandard output:\n" + out
                + "standard error:\n" + err;
    }
}
