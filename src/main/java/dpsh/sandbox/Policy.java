package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A backup policy. It never changes once made.
 *
 * @param properties as the service answers them, see {@link #of}
 */
record Policy(ArmId id, ObjectNode properties) implements Stored {
    static final String TYPE = "Microsoft.DataProtection/backupVaults/backupPolicies";
    private static final String STORE = "dataStoreType";

    /**
     * A policy from a request's properties, normalised as the service does: name and nulls go, tag IDs are filled in (az
     * recordings backup_policy_create_and_delete and update_msi_permissions_disk).
     */
    static Policy of(ArmId id, JsonNode given) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        CaseBlind.copy(given, properties, "policyRules", "datasourceTypes", "objectType");
        for (JsonNode rule : properties.path("policyRules")) {
            for (JsonNode criterion : rule.path("trigger").path("taggingCriteria")) {
                if (criterion.path("tagInfo") instanceof ObjectNode tag) {
                    tag.put("id", tag.path("tagName").asText() + "_");
                }
            }
            for (JsonNode lifecycle : rule.path("lifecycles")) {
                if (lifecycle instanceof ObjectNode open
                        && open.path("targetDataStoreCopySettings").isNull()) {
                    open.remove("targetDataStoreCopySettings");
                }
            }
        }
        return new Policy(id, properties);
    }

    /** Whether the request's properties have what a policy must have. */
    static boolean isComplete(@Nullable JsonNode given) {
        JsonNode types = CaseBlind.member(given, "datasourceTypes");
        JsonNode rules = CaseBlind.member(given, "policyRules");
        return "BackupPolicy".equalsIgnoreCase(CaseBlind.text(given, "objectType"))
                && types != null
                && types.isArray()
                && !types.isEmpty()
                && rules != null
                && rules.isArray()
                && !rules.isEmpty();
    }

    boolean isFor(DatasourceKind kind) {
        for (JsonNode type : properties.path("datasourceTypes")) {
            if (type.asText().equalsIgnoreCase(kind.datasourceType())) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything is kept in the vault store: then blobs need containers. */
    boolean usesVaultStore() {
        return properties.findValues(STORE).stream()
                .anyMatch(store -> store.asText().equals("VaultStore"));
    }

    /** Data Lake knows the vault store only (support matrix, 2025-06). */
    boolean suitsItsDatasource() {
        return !isFor(DatasourceKind.DATA_LAKE)
                || properties.findValues(STORE).stream()
                        .allMatch(store -> store.asText().equalsIgnoreCase("VaultStore"));
    }

    /** Whether it backs up more often than every 12 hours. */
    boolean isFasterThanTwelveHours() {
        for (JsonNode interval : properties.findValues("repeatingTimeIntervals")) {
            for (JsonNode text : interval) {
                String duration = text.asText().substring(text.asText().lastIndexOf('/') + 1);
                try {
                    if (duration.startsWith("PT") && Duration.parse(duration).toHours() < 12) {
                        return true;
                    }
                } catch (DateTimeParseException odd) {
                    return false;
                }
            }
        }
        return false;
    }

    /** Whether the other says the same. */
    boolean isSame(Policy other) {
        return properties.equals(other.properties);
    }

    ObjectNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode().put("id", id.text());
        saved.set("properties", properties.deepCopy());
        return saved;
    }

    static Policy load(JsonNode saved) {
        return new Policy(
                ArmId.of(saved.path("id").asText()), saved.path("properties").deepCopy());
    }

    @Override
    public ObjectNode json(ApiVersion version) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        own.set("properties", properties.deepCopy());
        return Resource.body(version, this, TYPE, own);
    }
}
