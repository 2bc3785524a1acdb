package dpsh.rest;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of {@code --trace}: method, URL, outcome, duration and the service's own IDs, for one attempt each. Never a
 * header that was sent, never a body, never the signed part of an operation URL.
 */
public final class Trace {
    /** Everything else in a query is hidden: operation URLs are signed, and a skip token may be. */
    private static final Set<String> SHOWN = Set.of("api-version", "$filter", "$top", "$select", "$expand", "$orderby");

    private static final List<String> HEADERS = List.of(
            "x-ms-request-id",
            "x-ms-correlation-request-id",
            "x-ms-error-code",
            "retry-after",
            "x-ms-throttling-version",
            "content-type");

    private final Consumer<String> lines;

    public Trace(Consumer<String> lines) {
        this.lines = lines;
    }

    /** A URL with the values of its query hidden, except those that are harmless by name. */
    public static String redact(String url) {
        int question = url.indexOf('?');
        if (question < 0) {
            return url;
        }
        StringBuilder shown = new StringBuilder(url.substring(0, question));
        char separator = '?';
        for (String pair : url.substring(question + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals);
            shown.append(separator);
            if (SHOWN.contains(name.replace("%24", "$").toLowerCase(Locale.ROOT))) {
                shown.append(pair);
            } else {
                shown.append(name).append(equals < 0 ? "..." : "=...");
            }
            separator = '&';
        }
        return shown.toString();
    }

    void attempt(Verb verb, String url, String clientRequestId, Attempt outcome, Duration wallTime) {
        StringBuilder line =
                new StringBuilder(verb.name()).append(' ').append(redact(url)).append(" -> ");
        if (outcome instanceof Attempt.Answered answered) {
            line.append(answered.status());
        } else if (outcome instanceof Attempt.Failed failed) {
            line.append("no answer (").append(failed.fault().words()).append(')');
        }
        line.append(" in ")
                .append(wallTime.toMillis())
                .append(" ms; x-ms-client-request-id: ")
                .append(clientRequestId);
        if (outcome instanceof Attempt.Answered answered) {
            headers(line, answered.headers());
        }
        lines.accept(line.toString());
    }

    private static void headers(StringBuilder line, Map<String, String> headers) {
        for (String name : HEADERS) {
            append(line, name, headers.get(name));
        }
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("x-ms-ratelimit-")) {
                append(line, lower, value);
            }
        });
    }

    private static void append(StringBuilder line, String name, @Nullable String value) {
        if (value != null) {
            line.append("; ").append(name).append(": ").append(Plain.text(value, 200));
        }
    }
}
