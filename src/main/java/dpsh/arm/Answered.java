package dpsh.arm;

import org.jspecify.annotations.Nullable;

/**
 * What came back for a request, as it may be kept and shown: without tokens and signatures, and not longer than anybody reads.
 *
 * @param status the HTTP status
 * @param requestId the service's {@code x-ms-request-id}, or null
 * @param correlationId the service's correlation ID, or null
 * @param body as the service wrote it; cut behind {@value #LONGEST} characters
 */
public record Answered(
        int status, @Nullable String requestId, @Nullable String correlationId, String body) {
    private static final int LONGEST = 16_384;

    public Answered {
        String kept = body.length() > LONGEST ? body.substring(0, LONGEST) : body;
        body = Secrets.hidden(kept) + (kept.length() < body.length() ? "… (cut)" : "");
    }
}
