package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;

/**
 * Lets bearers in. Any bearer string is the operator; one that reads as a JWT is whoever its {@code oid} names, until its
 * {@code exp} on the token clock. Signatures are not checked. The sentences are ARM's.
 */
final class TokenGate {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final InstantSource tokenClock;
    private final String tenant;

    TokenGate(InstantSource tokenClock, String tenant) {
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
        JsonNode expiry = claims.path("exp");
        if (expiry.isNumber() && !Instant.ofEpochSecond(expiry.longValue()).isAfter(tokenClock.instant())) {
            throw refuse(
                    "ExpiredAuthenticationToken",
                    "The access token expiry UTC time '"
                            + DotNetTime.american(Instant.ofEpochSecond(expiry.longValue()))
                            + "' is earlier than current UTC time '" + DotNetTime.american(tokenClock.instant())
                            + "'.",
                    "The access token has expired.");
        }
        return claims.path("oid").isTextual() ? new Caller(claims.path("oid").textValue()) : Caller.OPERATOR;
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
        return Refusal.arm(401, code, message)
                .with(
                        "WWW-Authenticate",
                        "Bearer authorization_uri=\"https://login.windows.net/" + tenant
                                + "\", error=\"invalid_token\", error_description=\"" + description + "\"");
    }
}
