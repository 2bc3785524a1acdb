package dpsh.rest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Made-up tokens for a sandbox on this machine: JWTs without a signature, valid for an hour of the given clock. They open
 * nothing anywhere else. Thread safe.
 */
public final class SandboxTokens implements TokenSource {
    /** The made-up operator's object ID, which role assignments and the sandbox's log show. */
    public static final String OBJECT_ID = "0b5a7e2d-5a4d-4c1e-9f00-5a4db0c00001";

    /** The made-up tenant. */
    public static final String TENANT = "7e4a4700-5a4d-4c1e-9f00-5a4db0c00002";

    private static final String NAME = "sandbox operator";
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final InstantSource clock;
    private @Nullable Token cached;

    /** @param clock the wall clock, which the sandbox judges tokens by whatever its own speed is */
    public SandboxTokens(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Token token(boolean renew) {
        Instant now = clock.instant();
        if (cached == null || renew || !now.isBefore(cached.expires().minus(MARGIN))) {
            cached = make(now);
        }
        return cached;
    }

    @Override
    public boolean madeUp() {
        return true;
    }

    private static Token make(Instant now) {
        Instant expires = now.plus(LIFETIME);
        String header = "{\"alg\":\"none\",\"typ\":\"JWT\"}";
        String claims = "{\"oid\":\"" + OBJECT_ID + "\",\"tid\":\"" + TENANT + "\",\"name\":\"" + NAME + "\",\"iat\":"
                + now.getEpochSecond() + ",\"exp\":" + expires.getEpochSecond() + "}";
        return new Token(part(header) + "." + part(claims) + ".", expires, "the sandbox", NAME, OBJECT_ID, TENANT);
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
