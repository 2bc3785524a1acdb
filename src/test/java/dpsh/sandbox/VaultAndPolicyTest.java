package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VaultAndPolicyTest {
    private static final String GROUP = Wire.OPERATIONS + "/resourceGroups/TestBkpVaultRG";
    private static final String NEW_VAULT = GROUP + "/providers/Microsoft.DataProtection/backupVaults/newVault";
    private static final String VERSION = "?api-version=2024-04-01";
    private static final String BODY = """
            {"location":"westus","tags":{"a":"b"},"identity":{"type":"systemAssigned"},"properties":{
            "storageSettings":[{"datastoreType":"VaultStore","type":"LocallyRedundant"}],
            "securitySettings":{"softDeleteSettings":{"state":"On","retentionDurationInDays":14}}}}""";
    private static final String POLICY = """
            {"properties":{"datasourceTypes":["Microsoft.Compute/disks"],"objectType":"BackupPolicy","name":"x",
            "policyRules":[{"name":"BackupHourly","objectType":"AzureBackupRule","trigger":{"schedule":{
            "repeatingTimeIntervals":["R/2020-04-05T13:00:00+00:00/PT4H"]},"objectType":"ScheduleBasedTriggerContext",
            "taggingCriteria":[{"isDefault":true,"taggingPriority":99,"tagInfo":{"tagName":"Default"}}]}},
            {"name":"Default","objectType":"AzureRetentionRule","isDefault":true,"lifecycles":[{"deleteAfter":{
            "duration":"P7D","objectType":"AbsoluteDeleteOption"},"sourceDataStore":{
            "dataStoreType":"OperationalStore","objectType":"DataStoreInfoBase"}}]}]}}""";

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void vaultIsProvisionedThenSucceeds() {
        Wire.Reply made = wire.put(NEW_VAULT + VERSION, BODY);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Retry-After")).isEqualTo("10");
        assertThat(made.header("Location")).isEmpty();
        assertThat(made.header("x-ms-arm-resource-system-data"))
                .contains("\"lastModifiedBy\":\"" + Caller.OPERATOR.objectId());
        assertThat(made.body().path("properties").path("provisioningState").asText())
                .isEqualTo("Provisioning");
        wire.pass(10);
        assertThat(wire.follow(made.header("Azure-AsyncOperation"))
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("Succeeded");
        JsonNode vault = wire.get(NEW_VAULT + VERSION).body();
        assertThat(vault.path("properties").path("provisioningState").asText()).isEqualTo("Succeeded");
        assertThat(vault.path("identity").path("type").asText()).isEqualTo("SystemAssigned");
        assertThat(vault.path("identity").path("principalId").asText()).hasSize(36);
        assertThat(vault.at("/properties/securitySettings/softDeleteSettings/retentionDurationInDays")
                        .toString())
                .isEqualTo("14.0");
    }

    @Test
    void patchOfSoftDeleteIsSynchronous() {
        wire.put(NEW_VAULT + VERSION, BODY);
        wire.pass(10);

        Wire.Reply patched = wire.send(
                "PATCH",
                NEW_VAULT + VERSION,
                "{\"properties\":{\"securitySettings\":{\"softDeleteSettings\":{\"state\":\"Off\"}}}}",
                Map.of());

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.header("Azure-AsyncOperation")).isEmpty();
        assertThat(patched.body()
                        .at("/properties/securitySettings/softDeleteSettings/retentionDurationInDays")
                        .toString())
                .isEqualTo("0.0");
        assertThat(patched.body().path("tags").path("a").asText()).isEqualTo("b");
    }

    @Test
    void newestVersionsWantSoftDeleteAlwaysOn() {
        Wire.Reply refused = wire.put(NEW_VAULT + "?api-version=2025-09-01", BODY);
        Wire.Reply taken = wire.put(NEW_VAULT + "?api-version=2025-09-01", BODY.replace("\"On\"", "\"AlwaysOn\""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.raw().body()).contains("Enable Always-On Soft Delete");
        assertThat(taken.status()).isEqualTo(201);
    }

    @Test
    void vaultIsDeletedOnlyWhenEmpty() {
        wire.put(NEW_VAULT + VERSION, BODY);
        wire.pass(10);
        wire.protect("one", Wire.diskProtection());

        Wire.Reply full = wire.delete(Wire.vault("", Wire.NEW));
        Wire.Reply empty = wire.delete(NEW_VAULT + VERSION);

        assertThat(full.status()).isEqualTo(400);
        assertThat(empty.status()).isEqualTo(202);
        assertThat(empty.header("Azure-AsyncOperation"))
                .contains(GROUP + "/providers/Microsoft.DataProtection/locations/westus/operationStatus/");
        wire.pass(20);
        assertThat(wire.follow(empty.header("Azure-AsyncOperation"))
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("Succeeded");
        assertThat(wire.follow(empty.header("Location"))
                        .body()
                        .path("objectType")
                        .asText())
                .isEqualTo("OperationJobExtendedInfo");
        assertThat(wire.get(NEW_VAULT + VERSION).status()).isEqualTo(404);
        assertThat(wire.delete(NEW_VAULT + VERSION).status()).isEqualTo(204);
    }

    @Test
    void vaultWithoutItsPartsIsRefused() {
        assertThat(wire.put(NEW_VAULT + VERSION, "{}").errorCode()).isEqualTo("LocationRequired");
        assertThat(wire.put(NEW_VAULT + VERSION, "{\"location\":\"westus\"}").errorCode())
                .isEqualTo("BMSUserErrorInvalidInput");
        assertThat(wire.put(Wire.vault("", Wire.NEW), BODY.replace("westus", "eastus"))
                        .errorCode())
                .isEqualTo("InvalidResourceLocation");
    }

    @Test
    void policyIsMadeAtOnceAndNormalised() {
        Wire.Reply made = wire.put(Wire.vault("/backupPolicies/mine", Wire.NEW), POLICY);

        assertThat(made.status()).isEqualTo(200);
        JsonNode properties = made.body().path("properties");
        assertThat(properties.has("name")).isFalse();
        assertThat(properties
                        .at("/policyRules/0/trigger/taggingCriteria/0/tagInfo/id")
                        .asText())
                .isEqualTo("Default_");
        assertThat(properties.at("/policyRules/1/lifecycles/0").has("targetDataStoreCopySettings"))
                .isFalse();
        assertThat(wire.get(Wire.vault("/backupPolicies/MINE", Wire.NEW)).body())
                .isEqualTo(made.body());
    }

    @Test
    void policyIsNeverUpdated() {
        wire.put(Wire.vault("/backupPolicies/mine", Wire.NEW), POLICY);

        Wire.Reply same = wire.put(Wire.vault("/backupPolicies/mine", Wire.NEW), POLICY);
        Wire.Reply other = wire.put(Wire.vault("/backupPolicies/mine", Wire.NEW), POLICY.replace("P7D", "P8D"));

        assertThat(same.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.errorCode()).isEqualTo("UserErrorBMSUpdatePolicyNotSupported");
    }

    @Test
    void policyInUseIsNotDeleted() {
        wire.protect("one", Wire.diskProtection());

        Wire.Reply used = wire.delete(Wire.vault("/backupPolicies/DiskBackup-Policy", Wire.NEW));

        assertThat(used.errorCode()).isEqualTo("UserErrorDppPolicyObjectInUse");
        assertThat(wire.delete(Wire.vault("/backupPolicies/DiskDaily-Policy", Wire.NEW))
                        .status())
                .isEqualTo(200);
        assertThat(wire.delete(Wire.vault("/backupPolicies/DiskDaily-Policy", Wire.NEW))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void incompletePolicyIsInvalid() {
        assertThat(wire.put(Wire.vault("/backupPolicies/mine", Wire.NEW), "{\"properties\":{}}")
                        .errorCode())
                .isEqualTo("BMSUserErrorInvalidInput");
    }
}
