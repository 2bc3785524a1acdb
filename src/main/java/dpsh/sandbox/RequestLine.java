package dpsh.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is asked for.
 *
 * @param method in upper case
 * @param rawPath as it came over the wire
 * @param rawQuery as it came over the wire, empty when there is none
 * @param segments of the path, decoded
 * @param query decoded, names in lower case
 */
record RequestLine(String method, String rawPath, String rawQuery, List<String> segments, Map<String, String> query) {
    static RequestLine of(String method, String rawPath, String rawQuery) {
        List<String> segments = Arrays.stream(rawPath.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> decode(segment.replace("+", "%2B")))
                .toList();
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        decode(pair.substring(0, equals)).toLowerCase(Locale.ROOT), decode(pair.substring(equals + 1)));
            }
        }
        return new RequestLine(method.toUpperCase(Locale.ROOT), rawPath, rawQuery, segments, Map.copyOf(query));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return text;
        }
    }
}
