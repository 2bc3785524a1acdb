package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Restoring a disk to a new disk: az recording backup_instance_restore_disk, 2023-07. */
class RestoreDiskTest {
    private static final String OPERATOR = "b50d9833-a0cb-478e-945f-707fcc997c13";
    private static final String TARGET_GROUP = Wire.OPERATIONS + "/resourceGroups/RG-DiskBackup";
    private static final String TARGET = TARGET_GROUP + "/providers/Microsoft.Compute/disks/restored";

    private final Wire wire = new Wire();
    private String point = "";

    @BeforeEach
    void backUpADisk() {
        wire.grant();
        wire.assign(TARGET_GROUP, "11111111-0000-0000-0000-000000000009", OPERATOR, wire.principal());
        wire.protect("one", Wire.diskProtection());
        wire.pass(121);
        wire.post(Wire.instance("one/backup", Wire.NEW), "{\"backupRuleOptions\":{\"ruleName\":\"BackupHourly\"}}");
        wire.pass(223);
        point = wire.get(Wire.instance("one/recoveryPoints", Wire.NEW))
                .body()
                .path("value")
                .path(0)
                .path("name")
                .asText();
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private String request(String target) {
        return """
                {"objectType":"AzureBackupRecoveryPointBasedRestoreRequest","recoveryPointId":"%s",
                "restoreTargetInfo":{"datasourceInfo":{"datasourceType":"Microsoft.Compute/disks",
                "objectType":"Datasource","resourceId":"%s","resourceLocation":"westus","resourceName":"restored",
                "resourceType":"Microsoft.Compute/disks","resourceUri":"%s"},"objectType":"RestoreTargetInfo",
                "recoveryOption":"FailIfExists","restoreLocation":"westus"},
                "sourceDataStoreType":"OperationalStore"}""".formatted(point, target, target);
    }

    private Wire.Reply validate(String request) {
        return wire.post(Wire.instance("one/validateRestore", Wire.NEW), "{\"restoreRequestObject\":" + request + "}");
    }

    private Wire.Reply restore(String request) {
        return wire.post(Wire.instance("one/restore", Wire.NEW), request);
    }

    private String verdict(String request) {
        Wire.Reply accepted = validate(request);
        if (accepted.status() != 202) {
            return accepted.status() + " " + accepted.errorCode();
        }
        wire.pass(42);
        JsonNode status = wire.follow(accepted.header("Azure-AsyncOperation")).body();
        return status.path("status").asText().equals("Failed")
                ? status.path("error").path("code").asText()
                : status.path("status").asText();
    }

    private JsonNode job(Wire.Reply accepted) {
        String id = wire.follow(accepted.header("Azure-AsyncOperation"))
                .body()
                .path("properties")
                .path("jobId")
                .asText();
        assertThat(id).contains("/backupJobs/");
        return wire.get(id + "?api-version=" + Wire.NEW).body().path("properties");
    }

    private int diskStatus() {
        return wire.get(TARGET + "?api-version=2023-04-02").status();
    }

    @Test
    void validationTakesItsTimeAndHasNoJob() {
        Wire.Reply accepted = validate(request(TARGET));
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.raw().body()).isEmpty();
        assertThat(accepted.header("Retry-After")).isEqualTo("10");
        wire.pass(41);
        assertThat(wire.follow(accepted.header("Azure-AsyncOperation"))
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("Inprogress");
        wire.pass(1);

        assertThat(wire.follow(accepted.header("Azure-AsyncOperation")).body().has("properties"))
                .isFalse();
        assertThat(wire.follow(accepted.header("Location")).raw().body())
                .isEqualTo("{\"objectType\":\"OperationJobExtendedInfo\"}");
    }

    @Test
    void restoreUnderWayEndsInASavedWorld() throws IOException {
        Wire.Reply accepted = restore(request(TARGET));
        wire.pass(2);
        String state = wire.send("GET", "/_sandbox/state", null, Map.of("Authorization", ""))
                .raw()
                .body();
        String operation = accepted.header("Azure-AsyncOperation")
                .substring(wire.sandbox.endpoint().toString().length());
        String job = wire.get(operation).body().path("properties").path("jobId").asText() + "?api-version=" + Wire.NEW;

        try (Wire after =
                Wire.in(SandboxEstate.load(new ByteArrayInputStream(state.getBytes(StandardCharsets.UTF_8))))) {
            assertThat(after.get(job).body()).isEqualTo(wire.get(job).body());
            assertThat(after.get(TARGET + "?api-version=2023-04-02").status()).isEqualTo(404);
            after.pass(213);
            assertThat(after.get(operation).body().path("status").asText()).isEqualTo("Succeeded");
            assertThat(after.get(job).body().path("properties").path("status").asText())
                    .isEqualTo("Completed");
            assertThat(after.get(TARGET + "?api-version=2023-04-02").status()).isEqualTo(200);
        }
    }

    @Test
    void newDiskIsThereWhenTheJobEnds() {
        Wire.Reply accepted = restore(request(TARGET));
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.header("Retry-After")).isEqualTo("30");
        wire.pass(2);
        JsonNode running = job(accepted);
        assertThat(running.path("status").asText()).isEqualTo("InProgress");
        assertThat(running.path("extendedInfo").path("recoveryDestination").asText())
                .isEqualTo(TARGET);
        assertThat(running.path("extendedInfo")
                        .path("sourceRecoverPoint")
                        .path("recoveryPointID")
                        .asText())
                .isEqualTo(point);
        assertThat(running.path("sourceDataStoreType").asText()).isEqualTo("OperationalStore");
        assertThat(diskStatus()).isEqualTo(404);
        wire.pass(213);

        JsonNode done = job(accepted);
        assertThat(done.path("status").asText()).isEqualTo("Completed");
        assertThat(done.path("operation").asText()).isEqualTo("Restore");
        assertThat(done.path("destinationDataStoreName").isNull()).isTrue();
        JsonNode disk = wire.get(TARGET + "?api-version=2023-04-02").body();
        assertThat(disk.path("properties").path("diskSizeGB").asInt()).isEqualTo(128);
        assertThat(disk.path("properties")
                        .path("creationData")
                        .path("sourceResourceId")
                        .asText())
                .contains("/snapshot-rg/providers/Microsoft.Compute/snapshots/AzureBackup_");
    }

    @Test
    void runningJobHasTheRecordedMembers() {
        Wire.Reply accepted = restore(request(TARGET));
        wire.pass(1);

        assertThat(Shape.of(job(accepted).path("extendedInfo")))
                .containsExactly(
                        "backupInstanceState:NULL",
                        "dataTransferredInBytes:NULL",
                        "targetRecoverPoint:NULL",
                        "sourceRecoverPoint.recoveryPointID:S",
                        "sourceRecoverPoint.recoveryPointTime:S",
                        "recoveryDestination:S",
                        "subTasks[].taskId:N",
                        "subTasks[].taskName:S",
                        "subTasks[].taskStatus:S",
                        "subTasks[].taskProgress:NULL",
                        "subTasks[].additionalDetails:NULL",
                        "additionalDetails:NULL",
                        "warningDetails:NULL");
    }

    @ParameterizedTest
    @CsvSource({
        "AzureBackupRecoveryPointBasedRestoreRequest, azureBackupRecoveryPointBasedRestoreRequest, Succeeded",
        "resourceId\", resourceID\", Succeeded",
        "datasourceInfo, dataSourceInfo, Succeeded",
        "\"RestoreTargetInfo, \"restoreTargetInfo, Succeeded",
        "RecoveryPointBasedRestoreRequest, RecoveryTimeBasedRestoreRequest, 400 BMSUserErrorInvalidInput",
        "RecoveryPointBasedRestoreRequest, RestoreWithRehydrationRequest, 400 BMSUserErrorInvalidInput",
        "FailIfExists, Overwrite, 400 BMSUserErrorInvalidInput",
        "OperationalStore, VaultStore, 400 BMSUserErrorInvalidInput",
        "\"RestoreTargetInfo, \"RestoreFilesTargetInfo, 400 BMSUserErrorInvalidInput",
        "disks/restored, snapshots/restored, 400 BMSUserErrorInvalidInput",
        "disks/restored, disks/msdiskbackup, UserErrorSameNameDiskAlreadyExists",
        "RG-DiskBackup, RG-None, UserErrorRestoreTargetRGNotFound",
        "RG-DiskBackup, TestBkpVaultRG, UserErrorNotEnoughPermissionOnTargetRG",
        "\"westus\"}, \"eastus\"}, UserErrorDatasourceVaultRegionMismatch"
    })
    void requestsAreJudged(String part, String other, String verdict) {
        String changed = request(TARGET).replace(part, other);
        assertThat(changed).isNotEqualTo(request(TARGET));

        assertThat(verdict(changed)).isEqualTo(verdict);
    }

    @Test
    void wrapperIsNotNeeded() {
        assertThat(wire.post(Wire.instance("one/validateRestore", Wire.NEW), request(TARGET))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void unknownRecoveryPointIsNotFound() {
        assertThat(verdict(request(TARGET).replace(point, "0".repeat(32)))).isEqualTo("UserErrorRestorePointNotFound");
    }

    @Test
    void lostSnapshotIsNotFoundAndAForeignOneHasNoMetadata() {
        JsonNode snapshot = wire.get(Wire.SNAPSHOTS + "/providers/Microsoft.Compute/snapshots?api-version=2023-04-02")
                .body()
                .path("value")
                .path(0);
        String url = snapshot.path("id").asText() + "?api-version=2023-04-02";
        assertThat(snapshot.path("tags").path("CreatedBy").asText()).isEqualTo("AzureBackup");
        assertThat(snapshot.path("properties").path("incremental").asBoolean()).isTrue();

        wire.delete(url);
        wire.pass(60);
        assertThat(verdict(request(TARGET))).isEqualTo("UserErrorDiskSnapshotNotFound");
        wire.put(
                url,
                "{\"location\":\"westus\",\"properties\":{\"creationData\":{\"createOption\":\"Copy\",\"sourceResourceId\":\""
                        + Wire.DISK + "\"}}}");
        wire.pass(60);
        assertThat(verdict(request(TARGET))).isEqualTo("UserErrorSnapshotMetadataNotFound");
    }

    @Test
    void lostRoleOnTheSnapshotGroupIsFound() {
        wire.revokeAll();

        assertThat(verdict(request(TARGET))).isEqualTo("UserErrorNotEnoughPermissionOnSnapshotRG");
    }

    @Test
    void refusedRestoreFailsItsOperationAndMakesNoJob() {
        Wire.Reply accepted = restore(request(Wire.DISK));
        wire.pass(1);

        JsonNode status = wire.follow(accepted.header("Azure-AsyncOperation")).body();
        assertThat(status.path("status").asText()).isEqualTo("Failed");
        assertThat(status.path("error").path("code").asText()).isEqualTo("UserErrorSameNameDiskAlreadyExists");
        assertThat(wire.get(Wire.vault("/backupJobs", Wire.NEW)).body().path("value"))
                .hasSize(1);
    }

    @Test
    void roleThatGoesMeanwhileFailsTheJob() {
        Wire.Reply accepted = restore(request(TARGET));
        wire.pass(10);
        wire.delete(TARGET_GROUP + "/providers/Microsoft.Authorization/roleAssignments/"
                + "11111111-0000-0000-0000-000000000009?api-version=2022-04-01");
        wire.pass(210);

        JsonNode job = job(accepted);
        assertThat(job.path("status").asText()).isEqualTo("Failed");
        assertThat(job.path("errorDetails").path(0).path("code").asText())
                .isEqualTo("UserErrorDiskBackupRestoreRGOrMSIPermissionsNotPresent");
        assertThat(diskStatus()).isEqualTo(404);
    }

    @Test
    void secondRestoreToTheSameNameFailsItsJob() {
        restore(request(TARGET));
        wire.pass(5);
        Wire.Reply second = restore(request(TARGET));
        wire.pass(220);

        assertThat(job(second).path("errorDetails").path(0).path("code").asText())
                .isEqualTo("UserErrorSameNameDiskAlreadyExists");
    }

    @Test
    void tenRestoresADayAreTheLimit() {
        for (int i = 0; i < 10; i++) {
            restore(request(TARGET + i));
            wire.pass(220);
        }

        assertThat(verdict(request(TARGET + 10))).isEqualTo("UserErrorMaxConcurrentOperationLimitReached");
    }

    @Test
    void crossSubscriptionRestoreCanBeForbidden() {
        String target = TARGET.replace(Wire.OPERATIONS, Wire.STORAGE).replace("RG-DiskBackup", "RG-BlobBackup");
        assertThat(verdict(request(target))).isEqualTo("UserErrorNotEnoughPermissionOnTargetRG");
        wire.send(
                "PATCH",
                Wire.vault("", Wire.NEW),
                "{\"properties\":{\"featureSettings\":{\"crossSubscriptionRestoreSettings\":{\"state\":\"Disabled\"}}}}",
                Map.of());

        assertThat(verdict(request(target))).isEqualTo("BMSUserErrorInvalidInput");
    }
}
