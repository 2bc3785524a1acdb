package dpsh.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One request and its answer.
 *
 * @param url as it was sent
 * @param path raw path of the URL
 * @param query parameters by name, decoded
 * @param headers of the answer, names in lower case
 * @param recorded read from a file, whose recorder removed some headers
 */
record Exchange(
        String method,
        String url,
        String path,
        Map<String, String> query,
        JsonNode request,
        int status,
        Map<String, String> headers,
        JsonNode response,
        boolean recorded) {

    static final JsonMapper JSON = new JsonMapper();

    /** An exchange of the sandbox. */
    static Exchange of(
            String method,
            String url,
            JsonNode request,
            int status,
            Map<String, List<String>> headers,
            JsonNode response) {
        Map<String, String> flat = new LinkedHashMap<>();
        headers.forEach((name, values) -> flat.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Exchange(method, url, path(url), query(url), request, status, flat, response, false);
    }

    /**
     * Reads a list of {@code {method,url,requestBody,status,headers,responseBody}}, or what the test framework of Azure
     * PowerShell writes: an object whose members hold a Request and a Response.
     */
    static List<Exchange> read(Path file) throws IOException {
        List<Exchange> exchanges = new ArrayList<>();
        for (JsonNode row : JSON.readTree(file.toFile())) {
            JsonNode request = row.path("Request");
            JsonNode response = row.path("Response");
            exchanges.add(
                    request.isObject()
                            ? recorded(
                                    request.path("Method").asText(),
                                    request.path("RequestUri").asText(),
                                    request.path("Content"),
                                    response.path("StatusCode").asInt(),
                                    List.of(response.path("Headers"), response.path("ContentHeaders")),
                                    response.path("Content"))
                            : recorded(
                                    row.path("method").asText(),
                                    row.path("url").asText(),
                                    row.path("requestBody"),
                                    row.path("status").asInt(),
                                    List.of(row.path("headers")),
                                    row.path("responseBody")));
        }
        return exchanges;
    }

    private static Exchange recorded(
            String method, String url, JsonNode request, int status, List<JsonNode> headers, JsonNode response)
            throws IOException {
        Map<String, String> flat = new LinkedHashMap<>();
        headers.forEach(part -> part.properties().forEach(header -> {
            JsonNode value = header.getValue();
            flat.put(header.getKey().toLowerCase(Locale.ROOT), (value.isArray() ? value.path(0) : value).asText());
        }));
        return new Exchange(method, url, path(url), query(url), tree(request), status, flat, tree(response), true);
    }

    boolean isDataProtection() {
        return path.toLowerCase(Locale.ROOT).contains("/microsoft.dataprotection/");
    }

    /** A body that is text is JSON in a string; null and empty are no body. */
    private static JsonNode tree(JsonNode body) throws IOException {
        if (body.isTextual()) {
            String text = body.asText().strip();
            boolean json = text.startsWith("{") || text.startsWith("[");
            return json ? JSON.readTree(text) : JSON.missingNode();
        }
        return body.isNull() ? JSON.missingNode() : body;
    }

    private static String path(String url) {
        String bare = url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
        int scheme = bare.indexOf("://");
        return scheme < 0 ? bare : URI.create(bare).getRawPath();
    }

    private static Map<String, String> query(String url) {
        Map<String, String> query = new LinkedHashMap<>();
        int mark = url.indexOf('?');
        if (mark >= 0) {
            for (String pair : url.substring(mark + 1).split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                query.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
