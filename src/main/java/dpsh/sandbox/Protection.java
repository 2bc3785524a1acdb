package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks to protect and how: the {@code backupInstance} of a validation, the {@code properties} of a PUT.
 *
 * @param properties the request's parts in the service's spelling and order, without any state
 */
record Protection(DatasourceKind kind, ArmId datasource, String location, ArmId policy, ObjectNode properties) {
    private static final int MOST_CONTAINERS = 100;
    private static final List<String> DATASOURCE = List.of(
            "resourceID",
            "resourceUri",
            "datasourceType",
            "resourceName",
            "resourceType",
            "resourceLocation",
            "objectType");

    /** Reads a request. Refuses one that lacks parts, as the service does: with a 400 that does not say where. */
    static Protection read(@Nullable JsonNode given) {
        JsonNode source = CaseBlind.member(given, "dataSourceInfo");
        DatasourceKind kind = DatasourceKind.of(CaseBlind.text(source, "datasourceType"));
        ArmId datasource = ArmId.parse(CaseBlind.text(source, "resourceID"));
        JsonNode policyInfo = CaseBlind.member(given, "policyInfo");
        ArmId policy = ArmId.parse(CaseBlind.text(policyInfo, "policyId"));
        if (source == null || kind == null || datasource == null || !datasource.hasType(kind.resourceType())) {
            throw refuse("dataSourceInfo");
        }
        if (policyInfo == null || policy == null || !policy.hasType(Policy.TYPE)) {
            throw refuse("policyInfo");
        }
        if (!"BackupInstance".equalsIgnoreCase(CaseBlind.text(given, "objectType"))) {
            throw refuse("objectType");
        }
        String location = CaseBlind.text(source, "resourceLocation");
        return new Protection(
                kind, datasource, location == null ? "" : location, policy, canonical(given, datasource, policyInfo));
    }

    /** As a request that {@link #read} reads again. */
    ObjectNode request() {
        return properties.deepCopy().put("objectType", "BackupInstance");
    }

    private static Refusal refuse(String part) {
        return Refusal.dpp(400, Findings.invalidInput("Check " + part + " of the request."));
    }

    private static ObjectNode canonical(@Nullable JsonNode given, ArmId datasource, JsonNode policyInfo) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        String friendlyName = CaseBlind.text(given, "friendlyName");
        properties.put("friendlyName", friendlyName == null ? datasource.name() : friendlyName);
        CaseBlind.copy(
                CaseBlind.member(given, "dataSourceInfo"),
                properties.putObject("dataSourceInfo"),
                DATASOURCE.toArray(String[]::new));
        JsonNode set = CaseBlind.member(given, "dataSourceSetInfo");
        if (set != null) {
            CaseBlind.copy(set, properties.putObject("dataSourceSetInfo"), DATASOURCE.toArray(String[]::new));
        }
        ObjectNode info = properties.putObject("policyInfo");
        CaseBlind.copy(policyInfo, info, "policyId", "policyVersion");
        JsonNode parameters = CaseBlind.member(policyInfo, "policyParameters");
        if (parameters != null) {
            ObjectNode shown = info.putObject("policyParameters");
            JsonNode stores = CaseBlind.member(parameters, "dataStoreParametersList");
            if (stores != null) {
                for (JsonNode store : stores) {
                    ObjectNode entry =
                            shown.withArray("dataStoreParametersList").addObject();
                    CaseBlind.copyAsSent(store, entry, "dataStoreType", "objectType", "resourceGroupId");
                }
            }
            CaseBlind.copy(parameters, shown, "backupDatasourceParametersList");
        }
        CaseBlind.copy(given, properties, "datasourceAuthCredentials", "identityDetails");
        return properties;
    }

    private JsonNode parameters() {
        return properties.path("policyInfo").path("policyParameters");
    }

    /** The name to show: as sent, else the resource's. */
    String friendlyName() {
        return properties.path("friendlyName").asText();
    }

    /** The user-assigned identity that it is backed up with; null for the vault's own. */
    @Nullable
    ArmId userIdentity() {
        JsonNode identity = properties.path("identityDetails");
        boolean system = identity.path("useSystemAssignedIdentity").asBoolean(true);
        return system ? null : ArmId.parse(CaseBlind.text(identity, "userAssignedIdentityArmUrl"));
    }

    /** The snapshot resource group as it was given, or null. */
    @Nullable
    String snapshotGroup() {
        for (JsonNode store : parameters().path("dataStoreParametersList")) {
            if (store.path("objectType").asText().equalsIgnoreCase("AzureOperationalStoreParameters")) {
                String given = store.path("resourceGroupId").asText("");
                return given.isBlank() ? null : given;
            }
        }
        return null;
    }

    /** Whether parameters of the datasource are given; a PUT that has them is validated inline. */
    boolean hasDatasourceParameters() {
        return !parameters().path("backupDatasourceParametersList").isEmpty();
    }

    /** Data Lake has parameters of its own, and knows the vault's own identity only (support matrix, 2025-06). */
    boolean suitsLake() {
        boolean suits = userIdentity() == null;
        for (JsonNode entry : parameters().path("backupDatasourceParametersList")) {
            String type = CaseBlind.text(entry, "objectType");
            suits &= type != null
                    && type.toLowerCase(Locale.ROOT).matches("adlsblobbackupdatasourceparameters(forautoprotection)?");
        }
        return suits;
    }

    /** Between 1 and 100 containers, or those that a rule picks (blob and Data Lake support matrices). */
    boolean hasContainers() {
        for (JsonNode entry : parameters().path("backupDatasourceParametersList")) {
            int containers = entry.path("containersList").size();
            if ((containers > 0 && containers <= MOST_CONTAINERS) || entry.has("autoProtectionSettings")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the other asks for the same, the case of the text aside. */
    boolean isSame(Protection other) {
        return fold(properties).equals(fold(other.properties));
    }

    private static String fold(ObjectNode json) {
        return json.toString().toLowerCase(Locale.ROOT);
    }
}
