package dpsh.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a recording's made-up names are called in the sandbox: learned from each pair of answers, used in each later request. */
final class Names {
    private static final Pattern TOKEN = Pattern.compile(
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|\\b[0-9a-f]{32}\\b"
                    + "|\\b[A-Za-z0-9]{90,}={0,2}");

    /** What is shorter is a word, not the name of an operation. */
    private static final int SHORT = 30;

    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, String> urls = new LinkedHashMap<>();

    /** The tokens that stand for the same thing in both and were not sent by the client. */
    void learn(Exchange recorded, Exchange actual) {
        learn(recorded.response(), actual.response());
        for (String header : List.of("azure-asyncoperation", "location")) {
            String before = recorded.headers().get(header);
            String now = actual.headers().get(header);
            if (before != null && now != null) {
                urls.put(key(before), now);
                String operation = last(before);
                if (operation.length() > SHORT) {
                    pair(operation, last(now));
                }
            }
        }
    }

    private void learn(JsonNode before, JsonNode now) {
        if (before.isObject() && now.isObject()) {
            before.properties().forEach(member -> learn(member.getValue(), now.path(member.getKey())));
        } else if (before.isArray() && now.isArray()) {
            for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
                learn(before.get(i), now.get(i));
            }
        } else if (before.isTextual() && now.isTextual()) {
            List<String> one = found(before.asText());
            List<String> other = found(now.asText());
            for (int i = 0; i < one.size() && one.size() == other.size(); i++) {
                pair(one.get(i), other.get(i));
            }
        }
    }

    private void pair(String before, String now) {
        if (!before.equals(now) && !before.isEmpty() && !before.startsWith("00000000-0000")) {
            tokens.putIfAbsent(before, now);
        }
    }

    private static List<String> found(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static String key(String url) {
        String bare = url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
        int scheme = bare.indexOf("://");
        return bare.substring(scheme < 0 ? 0 : bare.indexOf('/', scheme + 3)).toLowerCase(Locale.ROOT);
    }

    private static String last(String url) {
        String key = url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
        return key.substring(key.lastIndexOf('/') + 1);
    }

    /** Where to send what was recorded: an operation's URL as the sandbox gave it, or path and query with other names. */
    String target(Exchange recorded) {
        String known = urls.get(key(recorded.url()));
        if (known != null && recorded.method().equals("GET")) {
            return known;
        }
        String url = recorded.url();
        int scheme = url.indexOf("://");
        String path = scheme < 0 ? url : url.substring(url.indexOf('/', scheme + 3));
        return text(path).replace(" ", "%20").replace("'", "%27").replace("|", "%7C");
    }

    /** A text with the sandbox's names. */
    String text(String recorded) {
        String text = recorded;
        for (Map.Entry<String, String> token : tokens.entrySet()) {
            text = text.replace(token.getKey(), token.getValue());
        }
        return text;
    }
}
