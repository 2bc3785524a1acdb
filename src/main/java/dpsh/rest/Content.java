package dpsh.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a body is what an ARM endpoint sends. */
final class Content {
    private static final JsonFactory JSON = new JsonFactory();

    private Content() {}

    /** Whether it is a web page: what proxies and captive portals answer with. */
    static boolean isPage(Map<String, String> headers, String body) {
        String type = headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        return !body.isBlank() && (type.contains("html") || body.stripLeading().startsWith("<"));
    }

    /** Why this successful answer cannot be ARM's, as a clause after "the endpoint …"; null when it can. */
    static @Nullable String unfit(int status, Map<String, String> headers, String body) {
        if (body.isBlank()) {
            return null;
        }
        if (isPage(headers, body)) {
            return pageWords(status);
        }
        try (JsonParser parser = JSON.createParser(body)) {
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
            return null;
        } catch (IOException e) {
            return "answered " + status + " with something that is not JSON, or only a part of it";
        }
    }

    static String pageWords(int status) {
        return "answered " + status + " with a web page, not JSON (is a proxy in between?)";
    }
}
