package dpsh.rest;

import dpsh.arm.Secrets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of {@code --trace}: method, URL, outcome, duration and the service's own IDs, for one attempt each. Never a
 * header that was sent, never a body, never the signed part of an operation URL.
 */
public final class Trace {
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

    void attempt(Verb verb, String url, String clientRequestId, Attempt outcome, Duration wallTime) {
        StringBuilder line = new StringBuilder(verb.name())
                .append(' ')
                .append(Secrets.hiddenInUrl(url))
                .append(" -> ");
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
