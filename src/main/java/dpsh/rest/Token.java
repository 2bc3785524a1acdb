package dpsh.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token. Its text is never printed: {@link #toString()} hides it.
 *
 * @param value the token itself
 * @param source where it came from, in words for {@code whoami}: "az login", "managed identity", "the sandbox"
 * @param account the signed-in user or application when the token names one, or null
 * @param objectId the principal's object ID when the token names one, or null
 * @param tenant the tenant when the token names one, or null
 */
public record Token(
        String value,
        Instant expires,
        String source,
        @Nullable String account,
        @Nullable String objectId,
        @Nullable String tenant) {
    /** Whether it is a JWT without a signature, as the sandbox's are: worth nothing anywhere else. */
    boolean unsigned() {
        String[] parts = value.split("\\.", -1);
        return parts.length == 3 && parts[2].isEmpty();
    }

    @Override
    public String toString() {
        return "Token[hidden, from " + source + ", expires " + expires + "]";
    }
}
