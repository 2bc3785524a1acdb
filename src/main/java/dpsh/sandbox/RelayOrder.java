package dpsh.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What the relay does in place of passing an answer on: a header between the server and the relay, which nobody else sees.
 *
 * @param number bytes of the body before the reset, or how wrong the length is
 * @param text the garbage; empty otherwise
 */
record RelayOrder(Kind kind, int number, String text) {
    enum Kind {
        RESET,
        RESET_IN_BODY,
        LENGTH,
        GARBAGE
    }

    private static final String HEADER = "X-dpsh-sandbox-relay";
    private static final String LOWER = "x-dpsh-sandbox-relay";

    RelayOrder(Kind kind, int number) {
        this(kind, number, "");
    }

    /** Adds the order to the answer. */
    Answer on(Answer answer) {
        String coded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return answer.with(HEADER, kind + ";" + number + ";" + coded);
    }

    /** The order in an answer's head, or null. */
    static @Nullable RelayOrder in(String head) {
        String value = HttpBytes.header(head, LOWER);
        if (value.isEmpty()) {
            return null;
        }
        String[] parts = value.split(";", -1);
        String text = new String(Base64.getDecoder().decode(parts[2]), StandardCharsets.UTF_8);
        return new RelayOrder(Kind.valueOf(parts[0]), Integer.parseInt(parts[1]), text);
    }

    /** The head without the order. */
    static String without(String head) {
        return head.replaceFirst("(?i)\r\n" + LOWER + ":[^\r]*", "");
    }
}
