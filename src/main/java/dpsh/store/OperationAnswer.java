package dpsh.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The service's answer to a request that it took (2xx).
 *
 * @param httpStatus 200, 201, 202 or 204
 * @param asyncUrl {@code Azure-AsyncOperation}, byte for byte, or null; signed
 * @param locationUrl {@code Location}, byte for byte, or null; signed
 * @param retryAfter {@code Retry-After}, kept in whole seconds and rounded up, or null
 * @param correlationId {@code x-ms-correlation-request-id}, or null
 */
public record OperationAnswer(
        int httpStatus,
        @Nullable String asyncUrl,
        @Nullable String locationUrl,
        @Nullable Duration retryAfter,
        @Nullable String correlationId) {
    /** Without the operation URLs. */
    @Override
    public String toString() {
        return "OperationAnswer[httpStatus=" + httpStatus + ", asyncUrl=" + SignedUrl.presence(asyncUrl)
                + ", locationUrl=" + SignedUrl.presence(locationUrl) + ", retryAfter=" + retryAfter
                + ", correlationId=" + correlationId + "]";
    }
}
