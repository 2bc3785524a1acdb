package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the provider answers of itself: its operations, free vault names, supported features (contract 2024-04-01). */
final class DataProtectionRoutes {
    private static final String PROVIDER = "/providers/Microsoft.DataProtection";
    private static final String LOCATION = "/subscriptions/{subscription}" + PROVIDER + "/locations/{location}";

    /** Resource types and what can be done with each; from the provider's public list of operations. */
    private static final List<String> OPERATIONS = List.of(
            "backupVaults:read,write,delete,validateForBackup/action",
            "backupVaults/backupInstances:read,write,delete,backup/action,validateRestore/action,restore/action,"
                    + "findRestorableTimeRanges/action,stopProtection/action,suspendBackups/action,resumeProtection/action,"
                    + "resumeBackups/action,sync/action",
            "backupVaults/backupInstances/recoveryPoints:read",
            "backupVaults/backupPolicies:read,write,delete",
            "backupVaults/deletedBackupInstances:read,undelete/action",
            "backupVaults/backupResourceGuardProxies:read,write,delete,unlockDelete/action",
            "resourceGuards:read,write,delete",
            "backupVaults/backupJobs:read",
            "backupVaults/operationResults:read",
            "backupVaults/operationStatus:read",
            "locations/operationStatus:read",
            "locations/operationResults:read",
            "locations/checkNameAvailability:action",
            "locations/checkFeatureSupport:action");

    private final World world;

    DataProtectionRoutes(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.dataProtection("GET", PROVIDER + "/operations", call -> operations());
        router.dataProtection(
                "POST",
                "/subscriptions/{subscription}/resourceGroups/{group}" + PROVIDER
                        + "/locations/{location}/checkNameAvailability",
                this::checkName);
        router.dataProtection("POST", LOCATION + "/checkFeatureSupport", this::checkFeature);
    }

    private static Answer operations() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode value = body.putArray("value");
        for (String line : OPERATIONS) {
            String type = line.substring(0, line.indexOf(':'));
            for (String what : line.substring(line.indexOf(':') + 1).split(",")) {
                ObjectNode operation = value.addObject().put("name", "Microsoft.DataProtection/" + type + "/" + what);
                operation
                        .putObject("display")
                        .put("provider", "Microsoft.DataProtection")
                        .put("resource", type)
                        .put("operation", what)
                        .put("description", what + " on " + type);
                operation.put("origin", "user").put("isDataAction", false);
            }
        }
        return Answer.json(200, body);
    }

    /** Names are unique in a resource group; reasons and sentences are assumed. */
    private Answer checkName(Call call) {
        world.group(call);
        JsonNode body = call.json();
        String name = CaseBlind.text(body, "name");
        String type = CaseBlind.text(body, "type");
        if (name == null || !Vault.TYPE.equalsIgnoreCase(type)) {
            throw Refusal.dpp(400, Findings.invalidInput("A name is checked for the type " + Vault.TYPE + "."));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArmId id = call.groupId().child("providers", "Microsoft.DataProtection").child("backupVaults", name);
        if (!VaultRules.isName(name)) {
            answer.put("nameAvailable", false)
                    .put("reason", "Invalid")
                    .put(
                            "message",
                            "A vault's name has 2 to 50 letters, digits and dashes, begins with a letter and does"
                                    + " not end with a dash.");
        } else if (world.vaults.get(id) != null) {
            answer.put("nameAvailable", false)
                    .put("reason", "AlreadyExists")
                    .put("message", "The Backup vault '" + name + "' already exists.");
        } else {
            answer.put("nameAvailable", true);
        }
        return Answer.json(200, answer);
    }

    private Answer checkFeature(Call call) {
        JsonNode body = call.json();
        String type = CaseBlind.text(body, "featureType");
        if (type == null || !"FeatureValidationRequest".equalsIgnoreCase(CaseBlind.text(body, "objectType"))) {
            throw Refusal.dpp(400, Findings.invalidInput("Send a FeatureValidationRequest."));
        }
        boolean datasource = type.equalsIgnoreCase("DataSourceType");
        boolean known = datasource && DatasourceKind.of(CaseBlind.text(body, "featureName")) != null;
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("objectType", "FeatureValidationResponse").put("featureType", type);
        answer.putArray("features")
                .addObject()
                .put("featureName", CaseBlind.text(body, "featureName"))
                .put("supportStatus", known ? "GenerallyAvailable" : "NotSupported");
        return Answer.json(200, answer);
    }
}
