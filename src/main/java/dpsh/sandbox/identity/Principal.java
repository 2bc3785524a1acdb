package dpsh.sandbox.identity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * Whom a token is for.
 *
 * @param objectId what roles are assigned to
 * @param applicationId the client ID that signs in
 * @param user whether it is a person, not an application
 */
public record Principal(String objectId, String applicationId, boolean user) {
    /** The client ID of the operator's application; the ready line of a served sandbox names it. */
    public static final String OPERATOR_APPLICATION = "0f7c1a52-3a5e-4d0b-9a63-6a1d8f0e4b12";

    /** The public client of az, which people sign in with (az CLI source). */
    private static final String AZ = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";

    /** The application of this client ID: the operator's, or one of its own with the same object ID each time. */
    public static Principal application(String clientId, String operatorObjectId) {
        String id = clientId.toLowerCase(Locale.ROOT);
        if (id.equals(OPERATOR_APPLICATION)) {
            return new Principal(operatorObjectId, id, false);
        }
        byte[] seed = ("application " + id).getBytes(StandardCharsets.UTF_8);
        return new Principal(UUID.nameUUIDFromBytes(seed).toString(), id, false);
    }

    /** The operator as a person. */
    public static Principal operator(String objectId, String clientId) {
        return new Principal(objectId, clientId.isBlank() ? AZ : clientId, true);
    }
}
