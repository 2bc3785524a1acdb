package dpsh.command;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is to be served.
 *
 * @param port 0 for any that is free
 * @param speed service seconds per real second; 0 for a clock that is moved by hand
 * @param scaleRetryAfter whether Retry-After is written in real seconds, for clients that know nothing of the speed
 * @param tls whether it is served over https
 * @param strict whether only the sandbox's own tokens are let in, and the caller's roles are checked
 * @param buckets {@code documented}, {@code observed} or {@code off}
 * @param pageSize rows of a list page, or null for the service's
 * @param estate the file with what its world holds, or null
 * @param state the file that its world is loaded from if it is there, and saved to at the end, or null
 * @param home where its certificate authority is kept
 * @param roleLag service time until a role assignment acts, or null for the usual
 * @param principalLag service time until the directory finds a new identity, or null for the usual
 * @param ordeal what goes wrong from the start
 */
public record ServeRequest(
        int port,
        double speed,
        boolean scaleRetryAfter,
        boolean tls,
        boolean strict,
        String buckets,
        @Nullable Integer pageSize,
        @Nullable Path estate,
        @Nullable Path state,
        @Nullable Path home,
        @Nullable Duration roleLag,
        @Nullable Duration principalLag,
        SandboxServer.Ordeal ordeal) {}
