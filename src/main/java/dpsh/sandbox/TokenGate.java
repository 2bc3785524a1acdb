package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lets bearers in. Any bearer string is the operator; one that reads as a JWT is whoever its {@code oid} names, until its
 * {@code exp} on the token clock. Signatures are not checked. The sentences are ARM's.
 */
final class TokenGate {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final InstantSource tokenClock;
    private final String tenant;
    private final Conditions conditions;

    TokenGate(InstantSource tokenClock, String tenant, Conditions conditions) {
        this.conditions = conditions;
        this.tokenClock = tokenClock;
        this.tenant = tenant;
    }

    Caller admit(Call call) {
        String header = call.header("authorization");
        if (header.isBlank()) {
            throw refuse(
                    "AuthenticationFailed",
                    "Authentication failed. The 'Authorization' header is missing.",
                    "The authentication failed because of missing 'Authorization' header.");
        }
        String token = header.toLowerCase(Locale.ROOT).startsWith("bearer ")
                ? header.substring("bearer ".length()).trim()
                : "";
        if (token.isEmpty()) {
            throw refuse(
                    "AuthenticationFailedInvalidHeader",
                    "Authentication failed. The 'Authorization' header is provided in an invalid format.",
                    "The authentication failed because of an invalid 'Authorization' header.");
        }
        JsonNode claims = claims(token);
        Instant expiry = expiry(claims, call.at());
        if (expiry != null && !expiry.isAfter(tokenClock.instant())) {
            throw refuse(
                    "ExpiredAuthenticationToken",
                    "The access token expiry UTC time '"
                            + DotNetTime.american(expiry)
                            + "' is earlier than current UTC time '" + DotNetTime.american(tokenClock.instant())
                            + "'.",
                    "The access token has expired.");
        }
        return claims.path("oid").isTextual() ? new Caller(claims.path("oid").textValue()) : Caller.OPERATOR;
    }

    /** When a token with these claims expires: a fault can make that sooner after its {@code iat} than its {@code exp} says. */
    private @Nullable Instant expiry(JsonNode claims, Instant now) {
        JsonNode exp = claims.path("exp");
        Instant told = exp.isNumber() ? Instant.ofEpochSecond(exp.longValue()) : null;
        Duration life = conditions.length(SandboxFaults.Condition.TOKEN_LIFE, now);
        if (life == null || !claims.path("iat").isNumber()) {
            return told;
        }
        Instant sooner = Instant.ofEpochSecond(claims.path("iat").longValue()).plus(life);
        return told == null || sooner.isBefore(told) ? sooner : told;
    }

    private static JsonNode claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return MAPPER.missingNode();
        }
        try {
            return MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
        } catch (IOException | IllegalArgumentException notClaims) {
            return MAPPER.missingNode();
        }
    }

    private Refusal refuse(String code, String message, String description) {
        return Refusal.arm(401, code, message).with("WWW-Authenticate", challenge(tenant, description));
    }

    /** The header that tells whoever is not let in where tokens are issued. */
    static String challenge(String tenant, String description) {
        return "Bearer authorization_uri=\"https://login.windows.net/" + tenant
                + "\", error=\"invalid_token\", error_description=\"" + description + "\"";
    }
}
