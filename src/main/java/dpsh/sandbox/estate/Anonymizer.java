package dpsh.sandbox.estate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes an estate that has the shape of another and none of its names. A name has the same stand-in wherever it occurs,
 * also inside IDs, policies and instances; GUIDs of tenants, subscriptions and principals too. Only the members named here
 * are taken over, so a property that nobody thought of (a tag, a description, a key's URL) is left out, not leaked.
 */
public final class Anonymizer {
    /** Words of the service: regions, skus, sizes, states, times. Their values stay as they are. */
    private static final Set<String> WORDS = Set.of(
            "type",
            "location",
            "kind",
            "tier",
            "zones",
            "state",
            "authorizationSource",
            "locationPlacementId",
            "quotaId",
            "spendingLimit",
            "provisioningState",
            "createOption",
            "diskSizeGB",
            "diskSizeBytes",
            "diskState",
            "timeCreated",
            "osType",
            "hyperVGeneration",
            "networkAccessPolicy",
            "publicNetworkAccess",
            "diskIOPSReadWrite",
            "diskMBpsReadWrite",
            "maxShares",
            "incremental",
            "isHnsEnabled",
            "minimumTlsVersion",
            "allowBlobPublicAccess",
            "supportsHttpsTrafficOnly",
            "accessTier",
            "creationTime",
            "primaryLocation",
            "statusOfPrimary",
            "datastoreType",
            "dataStoreType",
            "objectType",
            "datasourceType",
            "resourceType",
            "resourceLocation",
            "status",
            "currentProtectionState",
            "retentionDurationInDays",
            "principalType",
            "createdOn",
            "updatedOn",
            "isVaultProtectedByResourceGuard",
            "policyVersion");
    /** Texts with names, IDs or GUIDs in them: they are rewritten. */
    private static final Set<String> NAMES = Set.of(
            "id",
            "name",
            "subscriptionId",
            "tenantId",
            "displayName",
            "managedBy",
            "uniqueId",
            "sourceResourceId",
            "sourceUniqueId",
            "blob",
            "dfs",
            "principalId",
            "clientId",
            "resourceID",
            "resourceUri",
            "resourceName",
            "friendlyName",
            "policyId",
            "resourceGroupId",
            "containersList",
            "roleDefinitionId",
            "scope",
            "createdBy",
            "updatedBy");
    /** Objects and lists that are looked into. */
    private static final Set<String> PARTS = Set.of(
            "properties",
            "sku",
            "subscriptionPolicies",
            "creationData",
            "encryption",
            "primaryEndpoints",
            "identity",
            "storageSettings",
            "securitySettings",
            "softDeleteSettings",
            "immutabilitySettings",
            "featureSettings",
            "crossSubscriptionRestoreSettings",
            "monitoringSettings",
            "azureMonitorAlertSettings",
            "alertsForAllJobFailures",
            "dataSourceInfo",
            "dataSourceSetInfo",
            "policyInfo",
            "policyParameters",
            "dataStoreParametersList",
            "backupDatasourceParametersList",
            "protectionStatus");
    /** Kept whole: schedules and retention, which name nothing of the estate but rules and tags. */
    private static final Set<String> WHOLE = Set.of("policyRules", "datasourceTypes", "managedByTenants");

    private final StandIns standIns = new StandIns();

    private Anonymizer() {}

    /** The estate without names; a saved world's other knowledge is left out. */
    public static EstateDocument of(EstateDocument estate) {
        return new Anonymizer().rewritten(estate);
    }

    private EstateDocument rewritten(EstateDocument estate) {
        for (EstateList list : EstateList.values()) {
            estate.list(list).forEach(body -> standIns.id(body.path("id").asText()));
        }
        EstateDocument.Collector result = new EstateDocument.Collector();
        for (EstateList list : EstateList.values()) {
            List<ObjectNode> bodies = estate.list(list);
            bodies.forEach(body -> result.add(list, body(list, body)));
        }
        return result.in(standIns.guid(estate.tenant()), null);
    }

    private ObjectNode body(EstateList list, ObjectNode body) {
        ObjectNode rewritten = object(body);
        if (list == EstateList.SUBSCRIPTIONS) {
            String id = rewritten.path("id").asText();
            rewritten.put("displayName", "Subscription " + id.substring(id.length() - 4));
        }
        return rewritten;
    }

    private ObjectNode object(JsonNode given) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : given.properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            boolean skuName = name.equals("name") && given.has("tier");
            if (WORDS.contains(name) && (value.isValueNode() || value.isArray()) || WHOLE.contains(name) || skuName) {
                result.set(name, value.deepCopy());
            } else if (NAMES.contains(name)) {
                result.set(name, renamed(value));
            } else if (PARTS.contains(name)) {
                result.set(name, part(value));
            }
        }
        return result;
    }

    private JsonNode part(JsonNode value) {
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> list.add(element.isObject() ? object(element) : renamed(element)));
            return list;
        }
        return value.isObject() ? object(value) : value;
    }

    private JsonNode renamed(JsonNode value) {
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> list.add(standIns.name("containers", element.asText())));
            return list;
        }
        return value.isTextual() && !value.asText().isEmpty() ? TextNode.valueOf(text(value.asText())) : value;
    }

    /** A name that no ID gave a stand-in gets one now: nothing that may be a name stays. */
    private String text(String text) {
        String rewritten = standIns.text(text);
        return rewritten.equals(text) && !text.startsWith("/") ? standIns.name("other", text) : rewritten;
    }
}
