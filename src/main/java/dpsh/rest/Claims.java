package dpsh.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a token says about its bearer, read for {@code whoami} and never trusted: the signature is not verified. Claims as
 * in "Access token claims reference" (Microsoft identity platform, 2025).
 *
 * @param account the user's sign-in name, or the application's ID
 */
record Claims(
        @Nullable String account,
        @Nullable String objectId,
        @Nullable String tenant) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Claims NONE = new Claims(null, null, null);

    /** Never fails: a token that is no JWT says nothing. */
    static Claims of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return NONE;
        }
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return new Claims(
                    first(claims, "upn", "unique_name", "preferred_username", "email", "appid", "azp"),
                    first(claims, "oid"),
                    first(claims, "tid"));
        } catch (IOException | IllegalArgumentException e) {
            return NONE;
        }
    }

    private static @Nullable String first(JsonNode claims, String... names) {
        for (String name : names) {
            JsonNode claim = claims.path(name);
            if (claim.isTextual() && !claim.asText().isBlank()) {
                return Plain.text(claim.asText(), 200);
            }
        }
        return null;
    }
}
