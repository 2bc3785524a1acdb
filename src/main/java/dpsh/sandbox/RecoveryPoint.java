package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A discrete recovery point of an instance (bodies as recorded, az recordings of recovery-point list, 2023-06 and 2025-11).
 *
 * @param name 32 hex digits
 * @param time the point in time that a restore brings back
 * @param created when its data came into the store; retention counts from here
 * @param visible when it is first listed: when its job has ended (assumed)
 * @param expiry null for never
 * @param type Incremental or Full
 */
record RecoveryPoint(
        String name,
        Instant time,
        Instant created,
        Instant visible,
        @Nullable Instant expiry,
        String store,
        String type,
        String tag,
        String policyName) {
    static final String TYPE = "Microsoft.DataProtection/backupVaults/backupInstances/recoveryPoints";

    boolean isExpired(Instant now) {
        return expiry != null && !expiry.isAfter(now);
    }

    /** @param tagVersion when the retention tag came to the instance, as .NET ticks */
    ObjectNode json(ArmId instance, long tagVersion, ApiVersion version) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = own.putObject("properties");
        properties.put("objectType", "AzureBackupDiscreteRecoveryPoint");
        properties.put("recoveryPointId", name);
        properties.put("recoveryPointTime", DotNetTime.ticked(time));
        properties.put("recoveryPointType", type);
        properties.put("friendlyName", name);
        ObjectNode detail =
                properties.putArray("recoveryPointDataStoresDetails").addObject();
        detail.put("id", storeId(instance.parent(), store));
        detail.put("type", store);
        detail.put("creationTime", DotNetTime.ticked(created));
        detail.put("expiryTime", expiry == null ? null : DotNetTime.ticked(expiry));
        detail.putNull("metaData");
        detail.put("visible", true);
        detail.put("state", "COMMITTED");
        detail.putNull("rehydrationExpiryTime");
        detail.putNull("rehydrationStatus");
        properties.put("retentionTagName", tag);
        properties.put("retentionTagVersion", Long.toString(tagVersion));
        properties.put("policyName", policyName);
        properties.putNull("policyVersion");
        properties.put("expiryTime", expiry == null ? null : DotNetTime.ticked(expiry));
        if (version.since("2023-05-01")) {
            properties.put("recoveryPointState", "Completed");
        }
        return Resource.body(version, instance.child("recoveryPoints", name).text(), name, TYPE, own);
    }

    private static String storeId(ArmId vault, String store) {
        return UUID.nameUUIDFromBytes((vault.key() + "|" + store).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    ObjectNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        saved.put("name", name).put("time", time.toString()).put("created", created.toString());
        saved.put("visible", visible.toString()).put("expiry", expiry == null ? null : expiry.toString());
        return saved.put("store", store).put("type", type).put("tag", tag).put("policyName", policyName);
    }

    static RecoveryPoint load(JsonNode saved) {
        return new RecoveryPoint(
                saved.path("name").asText(),
                Instant.parse(saved.path("time").asText()),
                Instant.parse(saved.path("created").asText()),
                Instant.parse(saved.path("visible").asText()),
                saved.hasNonNull("expiry") ? Instant.parse(saved.path("expiry").asText()) : null,
                saved.path("store").asText(),
                saved.path("type").asText(),
                saved.path("tag").asText(),
                saved.path("policyName").asText());
    }
}
