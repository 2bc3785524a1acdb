package dpsh.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, as the token tells.
 *
 * @param source where the token came from, such as "az login"
 * @param name the user or application, or null when the token names none
 */
public record Account(
        String source,
        @Nullable String name,
        @Nullable String objectId,
        @Nullable String tenant,
        Instant expires) {}
