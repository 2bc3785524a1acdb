package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** A user-assigned identity as the vault that it is assigned to knows it. */
record AssignedIdentity(ArmId id, String principalId, String clientId) {
    /** As the identity itself says; one that is not there gets what it would be made with. */
    static AssignedIdentity of(ArmId id, Shelf<UserIdentity> identities) {
        UserIdentity known = identities.get(id);
        return known == null
                ? new AssignedIdentity(id, UserIdentity.principalOf(id), UserIdentity.clientOf(id))
                : new AssignedIdentity(id, known.principalId(), known.clientId());
    }

    /** As a vault's body shows it: {@code {"clientId":..,"principalId":..}}; what that lacks is as {@link #of} says. */
    static AssignedIdentity shown(ArmId id, JsonNode shown, Shelf<UserIdentity> identities) {
        AssignedIdentity known = of(id, identities);
        return identities.get(id) != null
                ? known
                : new AssignedIdentity(
                        id,
                        shown.path("principalId").asText(known.principalId()),
                        shown.path("clientId").asText(known.clientId()));
    }
}
