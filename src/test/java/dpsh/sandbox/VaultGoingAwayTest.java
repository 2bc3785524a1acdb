package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** States that nobody can reach: a vault or a group that goes away while something in it is made. */
class VaultGoingAwayTest {
    private static final String GROUP = Wire.OPERATIONS + "/resourceGroups/busy-rg";
    private static final String ARM = "?api-version=2021-04-01";
    private static final String VAULT = GROUP + "/providers/Microsoft.DataProtection/backupVaults/busyVault";
    private static final String NEW = "?api-version=2025-07-01";

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    private Wire.Reply putVault(String tags) {
        wire.put(GROUP + ARM, "{\"location\":\"westus\"}");
        return wire.put(
                VAULT + NEW,
                "{\"location\":\"westus\",\"tags\":" + tags + ",\"identity\":{\"type\":\"SystemAssigned\"},"
                        + "\"properties\":{\"storageSettings\":[{\"datastoreType\":\"VaultStore\","
                        + "\"type\":\"LocallyRedundant\"}],\"securitySettings\":{\"softDeleteSettings\":"
                        + "{\"state\":\"On\",\"retentionDurationInDays\":14}}}}");
    }

    private Wire.Reply patchVault() {
        return wire.send("PATCH", VAULT + NEW, "{\"tags\":{\"late\":\"yes\"}}", Map.of());
    }

    private String provisioningState() {
        return wire.get(VAULT + NEW).body().at("/properties/provisioningState").asText();
    }

    private void putPolicy() {
        String seed = Wire.vault("/backupPolicies/DiskBackup-Policy", Wire.NEW);
        String body = "{\"properties\":" + wire.get(seed).body().path("properties") + "}";
        assertThat(wire.put(VAULT + "/backupPolicies/daily" + NEW, body).status())
                .isEqualTo(200);
    }

    private Wire.Reply protectInVault() {
        String protection = Wire.diskProtection().replace(Wire.VAULT, VAULT).replace("DiskBackup-Policy", "daily");
        return wire.put(VAULT + "/backupInstances/disk-1" + NEW, "{\"properties\":" + protection + "}");
    }

    @Test
    void vaultThatIsBeingDeletedSaysSoAndTakesNoChange() {
        putVault("{}");
        wire.delete(VAULT + NEW);

        assertThat(provisioningState()).isEqualTo("Deleting");
        assertThat(putVault("{}").status()).isEqualTo(409);
        assertThat(patchVault().status()).isEqualTo(409);
        assertThat(wire.delete(VAULT + NEW).status()).isEqualTo(409);
        wire.pass(1);

        assertThat(wire.get(VAULT + NEW).errorCode()).isEqualTo("ResourceNotFound");
        assertThat(wire.delete(VAULT + NEW).status()).isEqualTo(204);
    }

    @Test
    void vaultThatGotAnInstanceMeanwhileIsNotDeleted() {
        putVault("{}");
        wire.pass(1);
        putPolicy();
        String status = wire.delete(VAULT + NEW).header("Azure-AsyncOperation");
        assertThat(protectInVault().status()).isEqualTo(201);
        wire.pass(1);

        assertThat(wire.follow(status).body().path("status").asText()).isEqualTo("Failed");
        assertThat(wire.follow(status).body().at("/error/code").asText()).isEqualTo("UserErrorVaultNotEmpty");
        assertThat(provisioningState()).isEqualTo("Succeeded");
        assertThat(wire.get(VAULT + "/backupInstances/disk-1" + NEW).status()).isEqualTo(200);
    }

    @Test
    void vaultWhoseDeletionFailsStaysAsItWas() {
        putVault("{}");
        wire.pass(1);
        String status = wire.send(
                        "DELETE", VAULT + NEW, null, Map.of("x-dpsh-sandbox-fault", "code CloudInternalError"))
                .header("Azure-AsyncOperation");
        wire.pass(60);

        assertThat(wire.follow(status).body().path("status").asText()).isEqualTo("Failed");
        assertThat(provisioningState()).isEqualTo("Succeeded");
        assertThat(wire.delete(VAULT + NEW).status()).isEqualTo(202);
    }

    @Test
    void nothingIsMadeInAGroupThatIsBeingDeleted() {
        wire.put(GROUP + ARM, "{\"location\":\"westus\"}");
        wire.delete(GROUP + ARM);

        Wire.Reply refused = putVault("{}");
        wire.pass(60);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errorCode()).isEqualTo("ResourceGroupBeingDeleted");
        assertThat(wire.get(GROUP + ARM).status()).isEqualTo(404);
    }

    @Test
    void groupOfAVaultWithSoftDeletedInstancesStays() {
        putVault("{}");
        wire.pass(1);
        putPolicy();
        String principal =
                wire.get(VAULT + NEW).body().at("/identity/principalId").asText();
        wire.pass(60);
        wire.assign(Wire.DISK, "11111111-1111-4111-8111-111111111111", Wire.READER, principal);
        wire.assign(Wire.SNAPSHOTS, "22222222-2222-4222-8222-222222222222", Wire.SNAPSHOT_CONTRIBUTOR, principal);
        wire.pass(120);
        protectInVault();
        wire.pass(120);
        wire.delete(VAULT + "/backupInstances/disk-1" + NEW);
        wire.pass(120);
        assertThat(wire.get(VAULT + "/deletedBackupInstances" + NEW).body().path("value"))
                .hasSize(1);

        Wire.Reply accepted = wire.delete(GROUP + ARM);
        wire.pass(60);

        assertThat(wire.follow(accepted.header("Location")).errorCode()).isEqualTo("ResourceGroupDeletionBlocked");
        assertThat(wire.get(VAULT + NEW).status()).isEqualTo(200);
    }
}
