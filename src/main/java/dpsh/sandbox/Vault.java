package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A Backup vault: its identity and settings. Guarded by the world's lock. */
final class Vault implements Stored {
    static final String TYPE = "Microsoft.DataProtection/backupVaults";

    private final ArmId id;
    private final String location;
    private final String operationsGuid = UUID.randomUUID().toString();
    private final ObjectNode settings = JsonNodeFactory.instance.objectNode();
    private @Nullable JsonNode tags;
    private @Nullable Identity identity;
    private String provisioningState = "Succeeded";

    Vault(ArmId id, String location) {
        this.id = id;
        this.location = location;
    }

    @Override
    public ArmId id() {
        return id;
    }

    String location() {
        return location;
    }

    /** Without case and blanks, for comparing regions and for operation URLs. */
    static String normalLocation(String location) {
        return location.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /** The first half of all its operation IDs. */
    String operationsGuid() {
        return operationsGuid;
    }

    @Nullable
    Identity identity() {
        return identity;
    }

    void identity(@Nullable Identity newIdentity) {
        identity = newIdentity;
    }

    void provisioning(String state) {
        provisioningState = state;
    }

    void tags(@Nullable JsonNode newTags) {
        tags = newTags;
    }

    /** Takes over the writable properties of a request body; with {@code replace} it forgets the others. */
    void configure(@Nullable JsonNode properties, boolean replace) {
        if (replace) {
            settings.removeAll();
        }
        CaseBlind.copy(
                properties, settings, "monitoringSettings", "storageSettings", "securitySettings", "featureSettings");
        JsonNode softDelete = CaseBlind.member(settings.path("securitySettings"), "softDeleteSettings");
        if (softDelete instanceof ObjectNode setting) {
            boolean off = setting.path("state").asText().equalsIgnoreCase("Off");
            setting.put(
                    "retentionDurationInDays",
                    off ? 0.0 : setting.path("retentionDurationInDays").asDouble(14.0));
        }
    }

    @Override
    public ObjectNode json(ApiVersion version) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.put("provisioningState", provisioningState);
        properties.setAll(settings.deepCopy());
        properties.put("isVaultProtectedByResourceGuard", false);
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        own.put("location", location);
        if (tags != null) {
            own.set("tags", tags.deepCopy());
        }
        ObjectNode shown = own.putObject("identity");
        if (identity == null) {
            shown.put("type", "None");
        } else {
            shown.put("type", "SystemAssigned");
            shown.put("principalId", identity.principalId());
            shown.put("tenantId", identity.tenantId());
        }
        own.set("properties", properties);
        return Resource.body(version, this, TYPE, own);
    }
}
