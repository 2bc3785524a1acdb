package dpsh.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The body of a form. */
final class Form {
    private Form() {}

    /** Its fields, decoded, names in lower case. */
    static Map<String, String> of(Call call) {
        return RequestLine.of("POST", "/", new String(call.body(), StandardCharsets.UTF_8))
                .query();
    }
}
