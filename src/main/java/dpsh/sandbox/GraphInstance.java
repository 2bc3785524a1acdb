package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A backup instance as Resource Graph shows it: as ARM does, with explicit nulls for what it lacks and with
 * {@code backupInstanceExtendedProperties} (recorded in 2025; times of recovery points are those of none).
 */
final class GraphInstance {
    private static final ApiVersion VERSION = new ApiVersion("2025-07-01");
    private static final String NEVER = "0001-01-01T00:00:00Z";
    private static final String NO_SPAN = "-10675199.02:48:05.4775808";

    private GraphInstance() {}

    static ObjectNode body(BackupInstance instance, String location) {
        ObjectNode body = instance.json(VERSION);
        body.put("location", location);
        if (body.path("properties") instanceof ObjectNode properties) {
            fill(properties, "resourceGuardOperationRequests", "datasourceAuthCredentials", "protectionErrorDetails");
            fill(properties, "dataSourceProperties", "identityDetails", "validationType");
            fill(properties.withObject("/protectionStatus"), "errorDetails");
            ObjectNode source = properties.withObject("/dataSourceInfo");
            fill(source, "resourceProperties", "baseUri");
            if (!properties.hasNonNull("dataSourceSetInfo")) {
                properties.set("dataSourceSetInfo", source.deepCopy().put("objectType", "DatasourceSet"));
            }
            fill(properties.withObject("/dataSourceSetInfo"), "resourceProperties", "baseUri");
            ObjectNode policy = properties.withObject("/policyInfo");
            fill(policy, "policyVersion");
            fill(
                    policy.withObject("/policyParameters"),
                    "backupDatasourceParametersList",
                    "tags",
                    "dataStoreParametersList");
            extend(properties.putObject("backupInstanceExtendedProperties"), instance, location, source);
        }
        return body;
    }

    private static void fill(ObjectNode object, String... names) {
        for (String name : names) {
            if (!object.has(name)) {
                object.putNull(name);
            }
        }
    }

    private static void extend(ObjectNode shown, BackupInstance instance, String location, JsonNode source) {
        ArrayNode operations = shown.putArray("allowedOperations");
        allowed(instance.state().name()).forEach(operations::add);
        shown.put("protectionStateInSecondaryRegion", "NotProtected");
        shown.put("protectedPrimaryRegion", location);
        shown.put("vaultId", instance.id().parent().text());
        shown.put("protectedSecondaryRegion", "");
        shown.putObject("dataSourceExtendedInfo")
                .put("dataSourceId", source.path("resourceName").asText());
        shown.putObject("policyExtendedInfo")
                .put("configuredRPGenerationFrequencyInSecondaryRegion", NO_SPAN)
                .put("configuredMaximumRetentionInSecondaryRegion", NO_SPAN)
                .put("rpoWarningThresholdInSecondaryRegion", NO_SPAN)
                .put("rpoWarningThresholdInPrimaryRegion", NO_SPAN)
                .put("configuredRPGenerationFrequency", NO_SPAN)
                .put("configuredMaximumRetention", "36600.00:00:00");
        shown.putObject("recoveryPointInfo")
                .put("oldestRecoveryPointInSecondaryRegion", NEVER)
                .put("latestRecoveryPointInSecondaryRegion", NEVER)
                .put("latestRecoveryPointInPrimaryRegion", NEVER)
                .put("oldestRecoveryPointInPrimaryRegion", NEVER);
    }

    /** Seen for ProtectionStopped; the others are assumed. */
    private static List<String> allowed(String state) {
        return switch (state) {
            case "ProtectionConfigured" ->
                List.of("AdhocBackup", "Restore", "StopProtection", "SuspendBackup", "Delete");
            case "ProtectionStopped", "BackupsSuspended" -> List.of("Restore", "ResumeBackup", "Delete");
            default -> List.of("Delete");
        };
    }
}
