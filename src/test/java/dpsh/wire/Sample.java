package dpsh.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.MockResponse;

/** A sample of the service's traffic from the test resources; their README names the sources. */
public final class Sample {
    private final String text;

    private Sample(String text) {
        this.text = text;
    }

    /** @param name below {@code /wire/}, such as {@code articles/disk-first-body.json} */
    public static Sample of(String name) {
        try (InputStream in = Sample.class.getResourceAsStream("/wire/" + name)) {
            if (in == null) {
                throw new AssertionError("there is no sample " + name);
            }
            return new Sample(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        return text;
    }

    public int status() {
        return Integer.parseInt(text.split(" ", 3)[1]);
    }

    public String body() {
        int blank = text.indexOf("\n\n");
        return blank < 0 ? "" : text.substring(blank + 2);
    }

    /** By name without regard to case; an empty header is there and empty. */
    public Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<String> lines =
                text.lines().skip(1).takeWhile(line -> !line.isEmpty()).toList();
        for (String line : lines) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return headers;
    }

    /** The path of an operation URL in a header. */
    public String path(String header) {
        String url = headers().getOrDefault(header, "");
        return url.substring(url.indexOf('/', "https://".length())).replaceFirst("\\?.*", "");
    }

    /** The answer as it stands, with this origin in the place of ARM's. */
    public MockResponse.Builder at(String origin) {
        MockResponse.Builder answer = new MockResponse.Builder().code(status()).body(body());
        headers()
                .forEach((name, value) -> answer.setHeader(
                        name.toLowerCase(Locale.ROOT), value.replace("https://management.azure.com", origin)));
        return answer;
    }
}
