package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stop, suspend, resume, sync, soft delete, undelete and validated changes, as az recorded them in 2025 and 2026. */
class ProtectionStatesTest {
    private final Wire wire = new Wire();

    @BeforeEach
    void protectADisk() {
        wire.grant();
        wire.protect("one", Wire.diskProtection());
        wire.pass(31);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private Wire.Reply act(String action) {
        return wire.post(Wire.instance("one/" + action, Wire.NEW), "");
    }

    private void done(String action) {
        assertThat(act(action).status()).isEqualTo(202);
        wire.pass(42);
    }

    private void softDelete(String state) {
        String body = "{\"properties\":{\"securitySettings\":{\"softDeleteSettings\":{\"state\":\"" + state
                + "\",\"retentionDurationInDays\":14.0}}}}";
        assertThat(wire.send("PATCH", Wire.vault("", Wire.NEW), body, Map.of()).status())
                .isEqualTo(200);
    }

    private void deleteWithSoftDelete() {
        softDelete("On");
        assertThat(wire.delete(Wire.instance("one", Wire.NEW)).status()).isEqualTo(202);
        wire.pass(45);
    }

    @ParameterizedTest
    @CsvSource({"stopProtection, ProtectionStopped", "suspendBackups, BackupsSuspended"})
    void actionIsAcceptedWithoutABodyAndLeadsToItsState(String action, String state) {
        Wire.Reply accepted = act(action);

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.raw().body()).isEmpty();
        assertThat(accepted.header("Content-Type")).isEmpty();
        assertThat(accepted.header("Azure-AsyncOperation")).contains("/backupVaults/testBkpVault/operationStatus/");
        assertThat(accepted.header("Location")).contains("/locations/westus/operationResults/");
        assertThat(wire.state("one")).isEqualTo("ProtectionConfigured");
        wire.pass(41);
        assertThat(status(accepted)).isEqualTo("Inprogress");
        wire.pass(1);

        assertThat(status(accepted)).isEqualTo("Succeeded");
        assertThat(wire.follow(accepted.header("Azure-AsyncOperation")).body().has("properties"))
                .isFalse();
        Wire.Reply result = wire.follow(accepted.header("Location"));
        assertThat(result.raw().body()).isEqualTo("{\"objectType\":\"OperationJobExtendedInfo\"}");
        JsonNode properties = properties();
        assertThat(properties.path("currentProtectionState").asText()).isEqualTo(state);
        assertThat(properties.path("protectionStatus").path("status").asText()).isEqualTo(state);
        assertThat(properties.path("provisioningState").asText()).isEqualTo("Succeeded");
    }

    private JsonNode properties() {
        return wire.get(Wire.instance("one", Wire.NEW)).body().path("properties");
    }

    private String status(Wire.Reply accepted) {
        return wire.follow(accepted.header("Azure-AsyncOperation"))
                .body()
                .path("status")
                .asText();
    }

    @ParameterizedTest
    @CsvSource({"stopProtection, resumeProtection", "suspendBackups, resumeProtection", "suspendBackups, resumeBackups"
    })
    void resumeUndoesIt(String action, String resume) {
        done(action);
        done(resume);

        assertThat(wire.state("one")).isEqualTo("ProtectionConfigured");
    }

    @Test
    void whatIsThereAlreadyIsLeftAlone() {
        Wire.Reply resumed = act("resumeProtection");

        assertThat(resumed.status()).isEqualTo(200);
        assertThat(resumed.raw().body()).isEmpty();
        assertThat(resumed.header("Azure-AsyncOperation")).isEmpty();
    }

    @Test
    void stateForbidsWhatMakesNoSense() {
        done("stopProtection");

        assertThat(act("suspendBackups").errorCode()).isEqualTo("BMSUserErrorInvalidInput");
        assertThat(act("resumeBackups").errorCode()).isEqualTo("BMSUserErrorInvalidInput");
        assertThat(wire.state("one")).isEqualTo("ProtectionStopped");
    }

    @Test
    void secondActionMeanwhileIsAConflict() {
        act("stopProtection");

        Wire.Reply second = act("suspendBackups");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.errorCode()).isEqualTo("AnotherOperationInProgress");
    }

    @Test
    void resumeFailsLaterWhenTheRoleIsGone() {
        done("stopProtection");
        wire.revokeAll();

        Wire.Reply accepted = act("resumeProtection");
        wire.pass(42);

        assertThat(accepted.status()).isEqualTo(202);
        JsonNode failed = wire.follow(accepted.header("Azure-AsyncOperation")).body();
        assertThat(failed.path("status").asText()).isEqualTo("Failed");
        assertThat(failed.path("error").path("code").asText()).isEqualTo("UserErrorMissingRequiredPermissions");
        assertThat(wire.state("one")).isEqualTo("ProtectionStopped");
    }

    @Test
    void operationalBlobBackupCannotBeStopped() {
        wire.protect("blob", Wire.blobProtection());
        wire.pass(100);

        Wire.Reply refused = wire.post(Wire.instance("blob/stopProtection", Wire.NEW), "");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("UserErrorStopProtectionNotSupportedForBlobOperationalBackup");
    }

    @Test
    void actionOnNothingIsNotFound() {
        Wire.Reply none = wire.post(Wire.instance("none/stopProtection", Wire.NEW), "");

        assertThat(none.status()).isEqualTo(404);
        assertThat(none.header("x-ms-error-code")).isEqualTo("UserErrorGenericResourceNotFound");
        assertThat(none.raw().body())
                .isEqualTo(
                        "{\"error\":{\"code\":\"UserErrorGenericResourceNotFound\",\"message\":\"Azure resource does not"
                                + " exist. Please make sure required resources exist. If the issue persists, contact Microsoft"
                                + " support.\",\"target\":null,\"details\":null}}");
        assertThat(none.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void syncRetriesAFailedConfiguration() {
        wire.post(Wire.instance("one/stopProtection", Wire.NEW), "");
        wire.pass(42);
        wire.revokeAll();
        wire.protect("one", Wire.diskProtection().replace("DiskBackup-Policy", "DiskDaily-Policy"));
        wire.pass(22);
        assertThat(wire.state("one")).isEqualTo("ProtectionError");
        wire.grant();

        Wire.Reply accepted = wire.post(Wire.instance("one/sync", Wire.NEW), "{\"syncType\":\"ForceResync\"}");
        wire.pass(20);

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(wire.state("one")).isEqualTo("ProtectionConfigured");
        assertThat(wire.post(Wire.instance("one/sync", Wire.NEW), "{\"syncType\":\"Now\"}")
                        .errorCode())
                .isEqualTo("BMSUserErrorInvalidInput");
    }

    @Test
    void policyChangeLeavesAStoppedInstanceStopped() {
        done("stopProtection");

        Wire.Reply accepted =
                wire.protect("one", Wire.diskProtection().replace("DiskBackup-Policy", "DiskDaily-Policy"));
        wire.pass(22);

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(wire.state("one")).isEqualTo("ProtectionStopped");
        assertThat(properties().path("policyInfo").path("policyId").asText()).endsWith("DiskDaily-Policy");
    }

    @Test
    void policyChangeIsInForceWhenItsOperationEnds() {
        Wire.Reply accepted =
                wire.protect("one", Wire.diskProtection().replace("DiskBackup-Policy", "DiskDaily-Policy"));
        assertThat(wire.state("one")).isEqualTo("UpdatingProtection");
        wire.pass(22);

        Wire.Reply result = wire.follow(accepted.header("Location"));
        assertThat(result.status()).isEqualTo(200);
        assertThat(result.header("Azure-AsyncOperation")).isEmpty();
        assertThat(result.body()
                        .path("properties")
                        .path("currentProtectionState")
                        .asText())
                .isEqualTo("ProtectionConfigured");
    }

    @Test
    void changeCanBeValidatedSince2025() {
        String body =
                "{\"backupInstance\":" + Wire.diskProtection().replace("DiskBackup-Policy", "DiskDaily-Policy") + "}";

        Wire.Reply accepted = wire.post(Wire.instance("one/validateForModifyBackup", Wire.NEW), body);
        wire.pass(30);

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(status(accepted)).isEqualTo("Succeeded");
        assertThat(wire.post(Wire.instance("one/validateForModifyBackup", "2024-04-01"), body)
                        .status())
                .isEqualTo(404);
        assertThat(properties().path("policyInfo").path("policyId").asText()).endsWith("DiskBackup-Policy");
    }

    @Test
    void softDeletedInstanceMovesAsideUnderItsName() {
        deleteWithSoftDelete();

        assertThat(wire.get(Wire.instance("one", Wire.NEW)).status()).isEqualTo(404);
        assertThat(wire.delete(Wire.instance("one", Wire.NEW)).status()).isEqualTo(204);
        Wire.Reply deleted = wire.get(Wire.vault("/deletedBackupInstances/ONE", Wire.NEW));
        assertThat(deleted.status()).isEqualTo(200);
        JsonNode properties = deleted.body().path("properties");
        assertThat(properties.fieldNames().next()).isEqualTo("deletionInfo");
        assertThat(properties.path("currentProtectionState").asText()).isEqualTo("SoftDeleted");
        assertThat(properties.path("protectionStatus").path("status").asText()).isEqualTo("SoftDeleted");
        assertThat(properties.path("objectType").asText()).isEqualTo("DeletedBackupInstance");
        JsonNode info = properties.path("deletionInfo");
        assertThat(info.path("billingEndDate")).isEqualTo(info.path("deletionTime"));
        assertThat(info.path("deletionTime").asText()).matches(".*\\.\\d{7}Z");
        assertThat(deleted.body().path("type").asText())
                .isEqualTo("Microsoft.DataProtection/backupVaults/deletedBackupInstances");
        assertThat(wire.get(Wire.vault("/deletedBackupInstances", Wire.NEW))
                        .body()
                        .path("value"))
                .hasSize(1);
    }

    @Test
    void softDeletedDatasourceIsNotProtectedAnewInItsVault() {
        deleteWithSoftDelete();

        Wire.Reply refused = wire.validate(Wire.diskProtection());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("UserErrorDatasourceAlreadyPresentInTheSameVault");
    }

    @Test
    void undeletedInstanceIsStoppedAndCanBeResumed() {
        deleteWithSoftDelete();

        Wire.Reply undeleted = wire.post(Wire.vault("/deletedBackupInstances/one/undelete", Wire.NEW), "");

        assertThat(undeleted.status()).isEqualTo(200);
        assertThat(undeleted.raw().body()).isEmpty();
        assertThat(wire.state("one")).isEqualTo("ProtectionStopped");
        assertThat(wire.get(Wire.vault("/deletedBackupInstances/one", Wire.NEW)).status())
                .isEqualTo(404);
        done("resumeProtection");
        assertThat(wire.state("one")).isEqualTo("ProtectionConfigured");
        assertThat(wire.post(Wire.vault("/deletedBackupInstances/one/undelete", Wire.NEW), "")
                        .errorCode())
                .isEqualTo("UserErrorGenericResourceNotFound");
    }

    @Test
    void softDeletedInstanceIsPurgedAfterItsDays() {
        deleteWithSoftDelete();
        wire.pass(14 * 86_400 - 60);
        assertThat(wire.get(Wire.vault("/deletedBackupInstances/one", Wire.NEW)).status())
                .isEqualTo(200);
        wire.pass(60);

        assertThat(wire.get(Wire.vault("/deletedBackupInstances/one", Wire.NEW)).status())
                .isEqualTo(404);
        assertThat(wire.verdict(Wire.diskProtection())).isEqualTo("Succeeded");
    }

    @Test
    void undeletedAndDeletedAgainIsKeptItsWholeTime() {
        deleteWithSoftDelete();
        wire.post(Wire.vault("/deletedBackupInstances/one/undelete", Wire.NEW), "");
        wire.pass(13 * 86_400);
        wire.delete(Wire.instance("one", Wire.NEW));
        wire.pass(2 * 86_400);

        assertThat(wire.get(Wire.vault("/deletedBackupInstances/one", Wire.NEW)).status())
                .isEqualTo(200);
    }

    @Test
    void policyOfASoftDeletedInstanceIsInUse() {
        deleteWithSoftDelete();

        assertThat(wire.delete(Wire.vault("/backupPolicies/DiskBackup-Policy", Wire.NEW))
                        .errorCode())
                .isEqualTo("UserErrorDppPolicyObjectInUse");
        assertThat(wire.delete(Wire.vault("", Wire.NEW)).status()).isEqualTo(400);
    }

    @Test
    void immutableVaultKeepsItsData() {
        String body = "{\"properties\":{\"securitySettings\":{\"immutabilitySettings\":{\"state\":\"Unlocked\"}}}}";
        wire.send("PATCH", Wire.vault("", Wire.NEW), body, Map.of());

        Wire.Reply refused = wire.delete(Wire.instance("one", Wire.NEW));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(wire.state("one")).isEqualTo("ProtectionConfigured");
    }

    @Test
    void hardDeleteOfTodayEndsWithExtendedInfoToo() {
        Wire.Reply accepted = wire.delete(Wire.instance("one", Wire.NEW));
        wire.pass(45);

        assertThat(wire.follow(accepted.header("Location")).raw().body())
                .isEqualTo("{\"objectType\":\"OperationJobExtendedInfo\"}");
        assertThat(wire.get(Wire.vault("/deletedBackupInstances", Wire.NEW))
                        .body()
                        .path("value"))
                .isEmpty();
    }
}
