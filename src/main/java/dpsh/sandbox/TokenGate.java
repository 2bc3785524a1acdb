package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dpsh.sandbox.identity.Audience;
import dpsh.sandbox.identity.TokenIssuer;
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
    private final @Nullable TokenIssuer only;

    /** @param only whose tokens alone are let in, or null for anybody's */
    TokenGate(InstantSource tokenClock, String tenant, @Nullable TokenIssuer only, Conditions conditions) {
        this.conditions = conditions;
        this.tokenClock = tokenClock;
        this.tenant = tenant;
        this.only = only;
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
        JsonNode claims = only == null ? claims(token) : own(only, token);
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
        String name = claims.path("upn").asText(claims.path("appid").asText());
        return claims.path("oid").isTextual()
                ? new Caller(
                        claims.path("oid").textValue(),
                        name.isEmpty() ? claims.path("oid").textValue() : name)
                : Caller.OPERATOR;
    }

    private JsonNode own(TokenIssuer issuer, String token) {
        JsonNode claims = issuer.claims(token);
        if (claims == null) {
            throw refuse(
                    "InvalidAuthenticationToken",
                    "The access token is invalid.",
                    "Could not parse or validate the access token.");
        }
        String audience = claims.path("aud").asText();
        if (!Audience.isArm(audience)) {
            throw refuse(
                    "InvalidAuthenticationTokenAudience",
                    "The access token has been obtained for wrong audience or resource '" + audience
                            + "'. It should exactly match with one of the allowed audiences"
                            + " 'https://management.core.windows.net/','https://management.core.windows.net',"
                            + "'https://management.azure.com/','https://management.azure.com'.",
                    "The access token has been obtained from wrong audience or resource.");
        }
        return claims;
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
