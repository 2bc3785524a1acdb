package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a vault under a resource guard refuses, and what makes it take it. */
class GuardRuleTest {
    private static final String GUARD =
            Wire.OPERATIONS + "/resourceGroups/TestBkpVaultRG/providers/Microsoft.DataProtection/resourceGuards/keeper";
    private static final String PROXY = "/backupResourceGuardProxies/DppResourceGuardProxy";
    private static final String REFUSED = "UserErrorOperationProtectedByResourceGuard";

    private final Wire wire = new Wire();

    @BeforeEach
    void protectAndGuard() {
        wire.grant();
        wire.protect("disk-1", Wire.diskProtection());
        wire.pass(60);
        patch("", security("On", 20, "Unlocked"));
        guard("");
        wire.put(Wire.vault(PROXY, Wire.NEW), "{\"properties\":{\"resourceGuardResourceId\":\"" + GUARD + "\"}}");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private void guard(String exclusions) {
        wire.put(
                GUARD + "?api-version=2025-07-01",
                "{\"location\":\"westus\",\"properties\":{\"vaultCriticalOperationExclusionList\":[" + exclusions
                        + "]}}");
    }

    private static String asking(String requests) {
        return requests.isEmpty()
                ? ""
                : "\"resourceGuardOperationRequests\":[\"" + GUARD + "/" + requests + "/default\"]";
    }

    private static String security(String softDelete, int days, String immutability) {
        return "\"securitySettings\":{\"softDeleteSettings\":{\"state\":\"" + softDelete
                + "\",\"retentionDurationInDays\":" + days + "},\"immutabilitySettings\":{\"state\":\"" + immutability
                + "\"}}";
    }

    private Wire.Reply patch(String asking, String properties) {
        String more = asking.isEmpty() ? "" : "," + asking;
        return wire.send("PATCH", Wire.vault("", Wire.NEW), "{\"properties\":{" + properties + more + "}}", Map.of());
    }

    private Wire.Reply act(String action, String body) {
        return wire.post(Wire.vault("/backupInstances/disk-1/" + action, Wire.NEW), body);
    }

    private Wire.Reply unlock(String requests, String resource) {
        return wire.post(
                Wire.vault(PROXY + "/unlockDelete", Wire.NEW),
                "{" + asking(requests) + (resource.isEmpty() ? "" : ",\"resourceToBeDeleted\":\"" + resource + "\"")
                        + "}");
    }

    private Wire.Reply deleteInstance() {
        return wire.delete(Wire.instance("disk-1", Wire.NEW));
    }

    private Wire.Reply deleteProxy() {
        return wire.delete(Wire.vault(PROXY, Wire.NEW));
    }

    @ParameterizedTest
    @CsvSource({"stopProtection, dppDisableStopProtectionRequests", "suspendBackups, dppDisableSuspendBackupsRequests"})
    void actionNeedsItsRequest(String action, String requests) {
        Wire.Reply refused = act(action, "");
        Wire.Reply wrong = act(action, "{" + asking("dppModifyPolicy") + "}");
        Wire.Reply taken = act(action, "{" + asking(requests) + "}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorCode()).isEqualTo(REFUSED);
        assertThat(refused.body()
                        .at("/error/additionalInfo/0/info/recommendedAction/0")
                        .asText())
                .contains(GUARD + "/" + requests + "/default");
        assertThat(wrong.errorCode()).isEqualTo(REFUSED);
        assertThat(taken.status()).isEqualTo(202);
    }

    @Test
    void resumingIsFree() {
        act("suspendBackups", "{" + asking("dppDisableSuspendBackupsRequests") + "}");
        wire.pass(60);

        assertThat(act("resumeProtection", "").status()).isEqualTo(202);
    }

    @Test
    void otherPolicyNeedsItsRequest() {
        String other = Wire.diskProtection(Wire.DISK, "DiskDaily-Policy", Wire.SNAPSHOTS);

        assertThat(wire.protect("disk-1", Wire.diskProtection()).status()).isEqualTo(200);
        assertThat(wire.protect("disk-1", other).errorCode()).isEqualTo(REFUSED);
        assertThat(wire.protect("disk-1", "{" + asking("dppModifyPolicy") + "," + other.substring(1))
                        .status())
                .isEqualTo(202);
        wire.pass(60);
        assertThat(wire.get(Wire.instance("disk-1", Wire.NEW)).raw().body())
                .contains("DiskDaily-Policy")
                .doesNotContain("resourceGuardOperationRequests");
    }

    @Test
    void newInstanceIsFree() {
        assertThat(wire.protect("blob-1", Wire.blobProtection()).status()).isEqualTo(201);
    }

    @Test
    void restoreNeedsItsRequest() {
        String target = Wire.DISK.replace("msdiskbackup", "restored");
        String body = """
                {"objectType":"AzureBackupRecoveryPointBasedRestoreRequest","sourceDataStoreType":"OperationalStore",
                "recoveryPointId":"%s","restoreTargetInfo":{"objectType":"RestoreTargetInfo",
                "recoveryOption":"FailIfExists","restoreLocation":"westus","datasourceInfo":{
                "datasourceType":"Microsoft.Compute/disks","objectType":"Datasource","resourceID":"%s"}}%s}""";
        String point = "f".repeat(32);

        assertThat(act("restore", body.formatted(point, target, "")).errorCode())
                .isEqualTo(REFUSED);
        assertThat(act("restore", body.formatted(point, target, "," + asking("dppTriggerRestoreRequests")))
                        .status())
                .isEqualTo(202);
        assertThat(act("validateRestore", "{\"restoreRequestObject\":" + body.formatted(point, target, "") + "}")
                        .status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({
        "Off, 20, Unlocked, dppReduceSoftDeleteSecurityRequests",
        "On, 14, Unlocked, dppReduceSoftDeleteSecurityRequests",
        "On, 20, Disabled, dppReduceImmutabilityStateRequests"
    })
    void weakerVaultNeedsItsRequest(String softDelete, int days, String immutability, String requests) {
        String weaker = security(softDelete, days, immutability);

        assertThat(patch("", weaker).errorCode()).isEqualTo(REFUSED);
        assertThat(patch(asking(requests), weaker).status()).isEqualTo(200);
    }

    @Test
    void strongerVaultIsFree() {
        assertThat(patch("", security("AlwaysOn", 30, "Locked")).status()).isEqualTo(200);
    }

    @Test
    void putOfWeakerVaultIsRefusedToo() {
        String body = "{\"location\":\"westus\",\"identity\":{\"type\":\"SystemAssigned\"},\"properties\":{"
                + "\"storageSettings\":[{\"datastoreType\":\"VaultStore\",\"type\":\"LocallyRedundant\"}],"
                + security("Off", 20, "Unlocked") + "%s}}";

        assertThat(wire.put(Wire.vault("", Wire.NEW), body.formatted("")).errorCode())
                .isEqualTo(REFUSED);
        assertThat(wire.put(
                                Wire.vault("", Wire.NEW),
                                body.formatted("," + asking("dppReduceSoftDeleteSecurityRequests")))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void instanceIsDeletedOnceUnlocked() {
        patch(asking("dppReduceImmutabilityStateRequests"), security("On", 20, "Disabled"));
        assertThat(deleteInstance().errorCode()).isEqualTo(REFUSED);

        Wire.Reply unlocked = unlock("deleteBackupInstanceRequests", Wire.VAULT + "/backupInstances/disk-1");
        Wire.Reply accepted = deleteInstance();

        assertThat(unlocked.status()).isEqualTo(200);
        assertThat(unlocked.raw().body())
                .matches("\\{\"unlockDeleteExpiryTime\":\"\\d{4}-\\d\\d-\\d\\dT[0-9:]{8}\\.\\d{7}Z\"}");
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(deleteInstance().status()).isEqualTo(202);
    }

    @Test
    void unlockIsForItsResourceAndItsOperation() {
        patch(asking("dppReduceImmutabilityStateRequests"), security("On", 20, "Disabled"));
        unlock("deleteBackupInstanceRequests", Wire.VAULT + "/backupInstances/other");
        unlock("deleteResourceGuardProxyRequests", "");

        assertThat(deleteInstance().errorCode()).isEqualTo(REFUSED);
    }

    @Test
    void proxyIsDeletedOnceUnlockedAndTheVaultIsFree() {
        assertThat(deleteProxy().errorCode()).isEqualTo(REFUSED);
        unlock("deleteResourceGuardProxyRequests", "");
        Wire.Reply deleted = deleteProxy();

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.raw().body()).isEqualTo("{}");
        assertThat(wire.get(Wire.vault("", Wire.NEW))
                        .body()
                        .at("/properties/isVaultProtectedByResourceGuard")
                        .asBoolean(true))
                .isFalse();
        assertThat(act("stopProtection", "").status()).isEqualTo(202);
    }

    @Test
    void unlockLastsHalfAnHour() {
        unlock("deleteResourceGuardProxyRequests", "");
        wire.pass(1800);
        assertThat(deleteProxy().errorCode()).isEqualTo(REFUSED);

        unlock("deleteResourceGuardProxyRequests", "");
        wire.pass(1799);
        assertThat(deleteProxy().status()).isEqualTo(200);
    }

    @Test
    void worldThatWasSavedIsAsGuarded() throws IOException {
        unlock("deleteResourceGuardProxyRequests", "");
        String vault = Wire.vault("", Wire.NEW);
        String saved = wire.send("GET", "/_sandbox/state", null, Map.of("Authorization", ""))
                .raw()
                .body();
        try (Wire after =
                Wire.in(SandboxEstate.load(new ByteArrayInputStream(saved.getBytes(StandardCharsets.UTF_8))))) {
            assertThat(after.get(vault).body()).isEqualTo(wire.get(vault).body());
            assertThat(after.get(GUARD + "?api-version=2025-07-01").status()).isEqualTo(200);
            assertThat(after.post(Wire.vault("/backupInstances/disk-1/stopProtection", Wire.NEW), "")
                            .errorCode())
                    .isEqualTo(REFUSED);
            assertThat(after.delete(Wire.vault(PROXY, Wire.NEW)).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "disableSoftDeleteRequests", "noSuchRequests"})
    void unlockNamesRequestsOfTheGuard(String requests) {
        assertThat(unlock(requests, "").errorCode()).isEqualTo("BMSUserErrorInvalidInput");
    }

    @Test
    void whatTheGuardLeavesOutIsFree() {
        guard("\"Microsoft.DataProtection/backupVaults/backupInstances/stopProtection/action\"");

        assertThat(act("stopProtection", "").status()).isEqualTo(202);
    }

    @Test
    void whatMustBeGuardedCannotBeLeftOut() {
        guard("\"Microsoft.DataProtection/backupVaults/backupResourceGuardProxies/delete\"");

        assertThat(deleteProxy().errorCode()).isEqualTo(REFUSED);
    }
}
