package dpsh.sandbox;

import dpsh.sandbox.tls.LoopbackAuthority;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who is let into a sandbox, and over what.
 *
 * @param strict whether only its own tokens are taken and the caller's roles are checked; any bearer is let in otherwise
 * @param authority who signs its certificate when it speaks https, or null for plain http
 * @param tokenLife how long the tokens that it issues are good, on the token clock
 */
public record SandboxAccess(boolean strict, @Nullable LoopbackAuthority authority, Duration tokenLife) {
    /** A day, as managed identities get them (assumed: 24 hours is what the documentation names). */
    private static final Duration DAY = Duration.ofHours(24);

    /** Plain http, everybody. */
    public static final SandboxAccess OPEN = new SandboxAccess(false, null, DAY);

    public SandboxAccess {
        if (tokenLife.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("A token lives for a second or more");
        }
    }

    public SandboxAccess withStrict(boolean on) {
        return new SandboxAccess(on, authority, tokenLife);
    }

    public SandboxAccess withTls(LoopbackAuthority signer) {
        return new SandboxAccess(strict, signer, tokenLife);
    }

    public SandboxAccess withTokenLife(Duration life) {
        return new SandboxAccess(strict, authority, life);
    }
}
