package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstanceLifecycleTest {
    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    private String status(Wire.Reply accepted) {
        return wire.follow(accepted.header("Azure-AsyncOperation"))
                .body()
                .path("status")
                .asText();
    }

    @Test
    void samePutChangesNothing() {
        wire.grant();
        wire.protect("one", Wire.diskProtection());
        wire.pass(31);

        Wire.Reply again = wire.protect("ONE", Wire.diskProtection().replace("resourceID", "resourceId"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Azure-AsyncOperation")).isEmpty();
        assertThat(again.body().path("name").asText()).isEqualTo("one");
        assertThat(wire.state("one")).isEqualTo("ProtectionConfigured");
    }

    @Test
    void secondInstanceOfADatasourceIsRefused() {
        wire.grant();
        wire.protect("one", Wire.diskProtection());

        Wire.Reply second = wire.protect("two", Wire.diskProtection());

        assertThat(second.status()).isEqualTo(400);
        assertThat(second.errorCode()).isEqualTo("UserErrorDppDatasourceAlreadyProtected");
        assertThat(wire.get(Wire.instance("two", Wire.NEW)).status()).isEqualTo(404);
    }

    @Test
    void missingRoleFailsTheOperationAndTheInstance() {
        Wire.Reply accepted = wire.protect("one", Wire.diskProtection());
        assertThat(accepted.status()).isEqualTo(201);
        wire.pass(1);

        assertThat(status(accepted)).isEqualTo("Failed");
        JsonNode properties = wire.get(Wire.instance("one", Wire.NEW)).body().path("properties");
        assertThat(properties.path("currentProtectionState").asText()).isEqualTo("ConfiguringProtectionFailed");
        assertThat(properties.path("provisioningState").asText()).isEqualTo("Failed");
        assertThat(properties.path("protectionErrorDetails").path("code").asText())
                .isEqualTo("UserErrorMissingRequiredPermissions");
        assertThat(properties.path("protectionStatus").path("errorDetails"))
                .isEqualTo(properties.path("protectionErrorDetails"));
    }

    @Test
    void failedInstanceIsConfiguredByTheSamePutOnceTheRolesAct() {
        wire.protect("one", Wire.diskProtection());
        wire.pass(1);
        wire.grant();

        Wire.Reply again = wire.protect("one", Wire.diskProtection());
        assertThat(again.status()).isEqualTo(201);
        wire.pass(31);

        assertThat(wire.state("one")).isEqualTo("ProtectionConfigured");
        assertThat(wire.get(Wire.instance("one", Wire.NEW)).raw().body()).doesNotContain("errorDetails");
    }

    @Test
    void anotherPolicyIsAnUpdate() {
        wire.grant();
        wire.protect("one", Wire.diskProtection());
        wire.pass(31);

        Wire.Reply changed = wire.protect("one", Wire.diskProtection(Wire.DISK, "DiskDaily-Policy", Wire.SNAPSHOTS));
        assertThat(changed.status()).isEqualTo(202);
        assertThat(wire.state("one")).isEqualTo("UpdatingProtection");
        wire.pass(52);

        assertThat(wire.state("one")).isEqualTo("ProtectionConfigured");
        assertThat(wire.get(Wire.instance("one", Wire.NEW)).raw().body()).contains("DiskDaily-Policy");
    }

    @Test
    void datasourceAndSnapshotGroupStayAsTheyAre() {
        wire.grant();
        wire.protect("one", Wire.diskProtection());
        wire.pass(31);

        Wire.Reply group = wire.protect(
                "one",
                Wire.diskProtection(
                        Wire.DISK, "DiskBackup-Policy", Wire.OPERATIONS + "/resourceGroups/snapshot-rg-east"));
        Wire.Reply datasource = wire.protect("one", Wire.blobProtection());

        assertThat(group.errorCode()).isEqualTo("BMSUserErrorInvalidInput");
        assertThat(datasource.errorCode()).isEqualTo("BMSUserErrorInvalidInput");
    }

    @Test
    void deletedInstanceIsGoneOnlyWhenItsOperationEnds() {
        wire.grant();
        wire.protect("one", Wire.diskProtection());
        wire.pass(31);

        Wire.Reply deleting = wire.delete(Wire.instance("one", Wire.NEW));
        Wire.Reply again = wire.delete(Wire.instance("one", Wire.NEW));
        assertThat(wire.state("one")).isEqualTo("SoftDeleting");
        assertThat(wire.protect("one", Wire.diskProtection()).status()).isEqualTo(409);
        assertThat(again.status()).isEqualTo(202);
        wire.pass(44);
        assertThat(status(deleting)).isEqualTo("Inprogress");
        wire.pass(1);

        assertThat(status(deleting)).isEqualTo("Succeeded");
        assertThat(wire.get(Wire.vault("/backupInstances", Wire.NEW)).body().path("value"))
                .isEmpty();
        assertThat(wire.get(Wire.vault("/deletedBackupInstances", Wire.NEW))
                        .raw()
                        .body())
                .isEqualTo("{\"value\":[]}");
        assertThat(wire.delete(Wire.instance("one", Wire.NEW)).status()).isEqualTo(204);
        assertThat(wire.protect("two", Wire.diskProtection()).status()).isEqualTo(201);
    }

    @Test
    void deleteWhileConfiguringIsNotUndoneByTheConfiguring() {
        wire.grant();
        wire.protect("one", Wire.diskProtection());
        wire.pass(1);

        wire.delete(Wire.instance("one", Wire.NEW));
        wire.pass(31);

        assertThat(wire.state("one")).isEqualTo("SoftDeleting");
    }

    @Test
    void deleteWaitsForTheRunningPut() {
        wire.grant();
        wire.protect("one", Wire.diskProtection());

        Wire.Reply refused = wire.delete(Wire.instance("one", Wire.NEW));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errorCode()).isEqualTo("AnotherOperationInProgress");
    }

    @Test
    void clockMayJumpOverEverything() {
        wire.grant();
        Wire.Reply accepted = wire.protect("one", Wire.diskProtection());

        wire.pass(86_400);

        assertThat(wire.state("one")).isEqualTo("ProtectionConfigured");
        JsonNode status = wire.follow(accepted.header("Azure-AsyncOperation")).body();
        assertThat(status.path("startTime").asText().substring(0, 13))
                .isLessThanOrEqualTo(status.path("endTime").asText().substring(0, 13));
        assertThat(status.path("endTime").asText())
                .isLessThan(DotNetTime.seconds(wire.sandbox.clock().now().minusSeconds(86_000)));
    }

    @Test
    void instancesAreFoundByTheirDatasource() {
        wire.grant();
        wire.protect("one", Wire.diskProtection());
        String suffix = "/providers/Microsoft.DataProtection/backupInstances?api-version=" + Wire.NEW;

        assertThat(wire.get(Wire.DISK.toLowerCase() + suffix).body().findValuesAsText("name"))
                .containsExactly("one");
        assertThat(wire.get(Wire.ACCOUNT + suffix).body().path("value")).isEmpty();
        assertThat(wire.get(Wire.DISK + "none" + suffix).errorCode()).isEqualTo("ResourceNotFound");
    }

    @Test
    void failedValidationsResultIsTheError() {
        Wire.Reply accepted = wire.validate(Wire.diskProtection());
        wire.pass(30);

        Wire.Reply result = wire.follow(accepted.header("Location"));

        assertThat(result.status()).isEqualTo(400);
        assertThat(result.errorCode()).isEqualTo("UserErrorMissingRequiredPermissions");
    }

    @Test
    void estatesProtectedDiskIsConfigured() {
        String url =
                Wire.OPERATIONS + "/resourceGroups/PaygRG/providers/Microsoft.DataProtection/backupVaults/paygVault"
                        + "/backupInstances?api-version=" + Wire.NEW;

        JsonNode value = wire.get(url).body().path("value");

        assertThat(value).hasSize(1);
        assertThat(value.path(0)
                        .path("properties")
                        .path("currentProtectionState")
                        .asText())
                .isEqualTo("ProtectionConfigured");
    }
}
