package dpsh.sandbox.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Issues JWTs with the claims that tokens for Azure Resource Manager have, and knows its own again. They are signed with a
 * key of this sandbox (HS256; the real ones RS256, which no client checks) and open nothing anywhere else. Thread-safe.
 */
public final class TokenIssuer {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int KEY_BYTES = 32;

    private final String tenant;
    private final InstantSource clock;
    private final Duration life;
    private final byte[] key;

    /**
     * @param clock says when a token is issued: the same that judges its end
     * @param life of a token
     */
    public TokenIssuer(String tenant, InstantSource clock, Duration life) {
        this.tenant = tenant;
        this.clock = clock;
        this.life = life;
        this.key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
    }

    /** A token and its times. */
    public record Issued(String token, Instant issued, Instant expires) {
        public long secondsLeft() {
            return Duration.between(issued, expires).toSeconds();
        }

        /** Without the token: it belongs into the answer and nowhere else. */
        @Override
        public String toString() {
            return "Issued[" + issued + ", " + expires + "]";
        }
    }

    public String tenant() {
        return tenant;
    }

    /** A token for this principal, good at this audience. */
    public Issued issue(Principal who, String audience) {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        Instant expires = now.plus(life);
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("aud", audience);
        claims.put("iss", "https://sts.windows.net/" + tenant + "/");
        claims.put("iat", now.getEpochSecond());
        claims.put("nbf", now.getEpochSecond());
        claims.put("exp", expires.getEpochSecond());
        claims.put("appid", who.applicationId());
        claims.put("appidacr", who.user() ? "0" : "1");
        claims.put("idp", "https://sts.windows.net/" + tenant + "/");
        claims.put("idtyp", who.user() ? "user" : "app");
        claims.put("oid", who.objectId());
        if (who.user()) {
            claims.put("name", "Sandbox Operator");
            claims.put("upn", "operator@contoso.onmicrosoft.com");
            claims.put("unique_name", "operator@contoso.onmicrosoft.com");
            claims.put("scp", "user_impersonation");
        }
        claims.put("sub", who.objectId());
        claims.put("tid", tenant);
        claims.put(
                "uti",
                ENCODER.encodeToString(
                        UUID.randomUUID().toString().substring(0, 16).getBytes(StandardCharsets.UTF_8)));
        claims.put("ver", "1.0");
        String signed = part("{\"typ\":\"JWT\",\"alg\":\"HS256\"}") + "." + part(claims.toString());
        return new Issued(signed + "." + ENCODER.encodeToString(signature(signed)), now, expires);
    }

    /** The claims of a token that this issued, expired or not; null for any other. */
    public @Nullable JsonNode claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            byte[] given = Base64.getUrlDecoder().decode(parts[2]);
            return MessageDigest.isEqual(given, signature(parts[0] + "." + parts[1]))
                    ? MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]))
                    : null;
        } catch (IOException | IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static String part(String json) {
        return ENCODER.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256", missing);
        }
    }
}
