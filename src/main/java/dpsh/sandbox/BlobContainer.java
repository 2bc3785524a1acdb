package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/**
 * A container of blobs, in the shape of Microsoft.Storage (assumed from its public contract).
 *
 * @param body as a GET answers it
 */
record BlobContainer(ArmId id, ObjectNode body) implements Bodied {
    static final String TYPE = "Microsoft.Storage/storageAccounts/blobServices/containers";

    /** The container of this name in an account; it is empty. */
    static BlobContainer of(ArmId account, String name, Instant created) {
        ArmId id = account.child("blobServices", "default").child("containers", name);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id.text()).put("name", name).put("type", TYPE);
        json.put("etag", String.format(Locale.ROOT, "\"0x8D%X\"", created.toEpochMilli()));
        ObjectNode properties = json.putObject("properties");
        properties.putObject("immutableStorageWithVersioning").put("enabled", false);
        properties
                .put("deleted", false)
                .put("remainingRetentionDays", 0)
                .put("defaultEncryptionScope", "$account-encryption-key")
                .put("denyEncryptionScopeOverride", false)
                .put("publicAccess", "None")
                .put("leaseStatus", "Unlocked")
                .put("leaseState", "Available")
                .put("lastModifiedTime", DotNetTime.precise(created))
                .put("hasImmutabilityPolicy", false)
                .put("hasLegalHold", false);
        return new BlobContainer(id, json);
    }
}
