package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A vault that was deleted with soft delete on, kept for 10 minutes when it was empty (PowerShell recording
 * Undo-AzDataProtectionVaultDeletion, 2026-08). Guarded by the world's lock.
 *
 * @param policies what comes back with it
 * @param activity the client request ID of the DELETE
 */
record DeletedVault(ArmId id, Vault vault, List<Policy> policies, Instant deleted, Instant purge, String activity)
        implements Stored {
    static final Duration KEPT = Duration.ofMinutes(10);

    DeletedVault {
        policies = List.copyOf(policies);
    }

    static DeletedVault of(Vault vault, List<Policy> policies, Instant deleted, String activity) {
        ArmId id = ArmId.location(vault.id().subscription(), vault.location())
                .child(
                        "deletedVaults",
                        UUID.nameUUIDFromBytes((vault.id().key() + deleted).getBytes(StandardCharsets.UTF_8))
                                .toString());
        return new DeletedVault(id, vault, policies, deleted, deleted.plus(KEPT), activity);
    }

    @Override
    public ObjectNode json(ApiVersion version) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.put("originalBackupVaultId", vault.operationsGuid());
        properties.put("originalBackupVaultName", vault.id().name());
        properties.put("originalBackupVaultResourcePath", vault.id().text());
        properties
                .putObject("resourceDeletionInfo")
                .put("deletionTime", DotNetTime.ticked(deleted))
                .put("scheduledPurgeTime", DotNetTime.ticked(purge))
                .put("deleteActivityID", activity);
        properties.setAll(vault.properties(version));
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        own.put("location", vault.location());
        own.putObject("tags");
        own.set("properties", properties);
        return Resource.body(version, this, "Microsoft.DataProtection/locations/deletedVaults", own);
    }

    ObjectNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        saved.put("id", id.text()).put("deleted", deleted.toString()).put("purge", purge.toString());
        saved.put("activity", activity).set("vault", vault.save());
        policies.forEach(policy -> saved.withArray("policies").add(policy.save()));
        return saved;
    }

    static DeletedVault load(JsonNode saved) {
        List<Policy> policies = new ArrayList<>();
        saved.path("policies").forEach(policy -> policies.add(Policy.load(policy)));
        return new DeletedVault(
                ArmId.raw(saved.path("id").asText()),
                Vault.load(saved.path("vault")),
                policies,
                Instant.parse(saved.path("deleted").asText()),
                Instant.parse(saved.path("purge").asText()),
                saved.path("activity").asText());
    }
}
