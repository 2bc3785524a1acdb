package dpsh.rest;

import dpsh.arm.Answered;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer (2xx); errors are thrown.
 *
 * @param status the HTTP status, or 0 when the request was shown instead of sent
 * @param headers by name, without regard to case
 * @param body the body as text, empty when there was none
 * @param entry the number of the ledger's entry, or null for a read
 */
public record ArmResponse(
        int status,
        Map<String, String> headers,
        String body,
        @Nullable Long entry) {
    public ArmResponse {
        TreeMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = Collections.unmodifiableMap(byName);
    }

    /** The answer of {@code --show-request}: nothing was sent. */
    public static ArmResponse shown() {
        return new ArmResponse(0, Map.of(), "", null);
    }

    /** Whether the request left at all. */
    public boolean sent() {
        return status != 0;
    }

    /** As it may be kept and shown. */
    public Answered kept() {
        return kept(status, headers, body);
    }

    /** Any answer as it may be kept and shown. @param headers by name, without regard to case */
    static Answered kept(int status, Map<String, String> headers, String body) {
        return new Answered(status, headers.get("x-ms-request-id"), headers.get("x-ms-correlation-request-id"), body);
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
