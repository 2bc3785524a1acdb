package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives vaults the identities that a request's {@code identity} asks for. */
final class VaultIdentities {
    private final Directory directory;
    private final Shelf<UserIdentity> identities;

    VaultIdentities(World world) {
        this.directory = world.directory;
        this.identities = world.identities;
    }

    /** Nothing changes when the body has no identity, or when it is refused. {@code afresh} makes a new principal: an undeleted vault gets one. */
    void give(Vault vault, ObjectNode body, Call call, boolean afresh) {
        JsonNode given = CaseBlind.member(body, "identity");
        if (given == null) {
            return;
        }
        String type = CaseBlind.text(given, "type");
        List<String> words = words(type);
        List<AssignedIdentity> users = words.contains("userassigned") ? users(vault, given) : List.of();
        String principal = words.contains("systemassigned") ? principal(vault, call, afresh) : null;
        vault.identity(
                principal == null && users.isEmpty() ? null : new Identity(principal, directory.tenant(), users));
    }

    private static List<String> words(@Nullable String type) {
        List<String> words = new ArrayList<>();
        for (String word : (type == null ? "" : type).split(",", -1)) {
            words.add(word.strip().toLowerCase(Locale.ROOT));
        }
        boolean known = words.stream().allMatch(List.of("systemassigned", "userassigned", "none")::contains);
        if (!known || (words.size() > 1 && words.contains("none"))) {
            // The code is ARM's, its sentence ours.
            throw Refusal.arm(
                    400,
                    "ResourceIdentityInvalid",
                    "The identity type '" + type
                            + "' is not supported. It is 'None', 'SystemAssigned', 'UserAssigned' or"
                            + " 'SystemAssigned,UserAssigned'.");
        }
        return words;
    }

    private String principal(Vault vault, Call call, boolean afresh) {
        Identity known = vault.identity();
        String before = known == null ? null : known.principalId();
        if (before != null && !afresh) {
            return before;
        }
        String principal = afresh
                ? UUID.nameUUIDFromBytes((vault.id().key() + call.at()).getBytes(StandardCharsets.UTF_8))
                        .toString()
                : World.principalOf(vault.id());
        directory.make(principal, call.at());
        return principal;
    }

    /** Those that it had and those that are given; a null takes one away (ARM's contract of identities). */
    private List<AssignedIdentity> users(Vault vault, JsonNode given) {
        List<AssignedIdentity> users = new ArrayList<>(
                vault.identity() == null ? List.of() : vault.identity().users());
        JsonNode wanted = CaseBlind.member(given, "userAssignedIdentities");
        if (wanted != null) {
            for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
                ArmId id = ArmId.parse(entry.getKey());
                if (id == null || !id.hasType("Microsoft.ManagedIdentity/userAssignedIdentities")) {
                    throw Refusal.arm(
                            400,
                            "LinkedInvalidPropertyId",
                            "Property id '" + entry.getKey()
                                    + "' at path 'identity.userAssignedIdentities' is invalid.");
                }
                users.removeIf(user -> user.id().equals(id));
                if (!entry.getValue().isNull()) {
                    users.add(AssignedIdentity.of(id, identities));
                }
            }
        }
        if (users.isEmpty()) {
            throw Refusal.arm(
                    400,
                    "ResourceIdentityInvalid",
                    "The identity type 'UserAssigned' needs at least one identity in userAssignedIdentities.");
        }
        return users;
    }
}
