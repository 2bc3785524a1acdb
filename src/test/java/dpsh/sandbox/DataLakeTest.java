package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data Lake accounts: how they are protected, backed up and restored, and what is refused. */
class DataLakeTest {
    private static final String ACCOUNTS = Wire.ACCOUNT.replace("msblobbackup", "");
    private static final String LAKE = ACCOUNTS + "stlakewest01";
    private static final String TARGET = ACCOUNTS + "stlaketarget";
    private static final String TYPE = "Microsoft.Storage/storageAccounts/adlsBlobServices";
    private static final String PARAMETERS =
            "{\"objectType\":\"AdlsBlobBackupDatasourceParameters\",\"containersList\":[\"con1\",\"con2\"]}";

    private final Wire wire = Wire.in(
            SandboxEstate.seeds().dataLakePolicy(Wire.VAULT, "lake", "P7D").account(TARGET, "westus", true, Map.of()));

    @BeforeEach
    void grant() {
        String principal = wire.principal();
        wire.assign(LAKE, "22222222-0000-0000-0000-000000000001", Wire.ACCOUNT_CONTRIBUTOR, principal);
        wire.assign(TARGET, "22222222-0000-0000-0000-000000000002", Wire.ACCOUNT_CONTRIBUTOR, principal);
        wire.assign(
                ACCOUNTS + "stdevdata01", "22222222-0000-0000-0000-000000000003", Wire.ACCOUNT_CONTRIBUTOR, principal);
        wire.pass(120);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private static String protection(String account, String policy, String parameters) {
        return """
                {"dataSourceInfo":%s,"policyInfo":{"policyId":"%s/backupPolicies/%s","policyParameters":{
                "backupDatasourceParametersList":[%s]}},"objectType":"BackupInstance"}""".formatted(source(account), Wire.VAULT, policy, parameters);
    }

    private static String source(String account) {
        return """
                {"datasourceType":"%s","objectType":"Datasource","resourceID":"%s","resourceLocation":"westus",
                "resourceType":"Microsoft.Storage/storageAccounts","resourceUri":""}""".formatted(TYPE, account);
    }

    private static String restoreTo(String account, String point) {
        return """
                {"objectType":"AzureBackupRecoveryPointBasedRestoreRequest","sourceDataStoreType":"VaultStore",
                "recoveryPointId":"%s","restoreTargetInfo":{"objectType":"ItemLevelRestoreTargetInfo",
                "recoveryOption":"FailIfExists","restoreLocation":"westus","datasourceInfo":%s,"restoreCriteria":[
                {"objectType":"ItemPathBasedRestoreCriteria","itemPath":"con1","renameTo":"con1back",
                "isPathRelativeToBackupItem":true}]}}""".formatted(point, source(account));
    }

    private void protect() {
        Wire.Reply accepted = wire.protect("lake-1", protection(LAKE, "lake", PARAMETERS));
        assertThat(accepted.status()).isEqualTo(202);
        wire.pass(90);
        assertThat(wire.state("lake-1")).isEqualTo("ProtectionConfigured");
    }

    private Wire.Reply backUp() {
        return wire.post(
                Wire.vault("/backupInstances/lake-1/backup", Wire.NEW),
                "{\"backupRuleOptions\":{\"ruleName\":\"BackupWeekly\",\"triggerOption\":{}}}");
    }

    private String point() {
        backUp();
        wire.pass(3600);
        return wire.get(Wire.vault("/backupInstances/lake-1/recoveryPoints", Wire.NEW))
                .body()
                .at("/value/0/name")
                .asText();
    }

    private String restoreVerdict(String body) {
        Wire.Reply accepted = wire.post(
                Wire.vault("/backupInstances/lake-1/validateRestore", Wire.NEW),
                "{\"restoreRequestObject\":" + body + "}");
        if (accepted.status() != 202) {
            return accepted.status() + " " + accepted.errorCode();
        }
        wire.pass(60);
        JsonNode status = wire.follow(accepted.header("Azure-AsyncOperation")).body();
        return status.path("status").asText() + status.at("/error/code").asText();
    }

    @Test
    void putIsAcceptedWithoutBodyAndShowsItsParameters() {
        Wire.Reply accepted = wire.protect("lake-1", protection(LAKE, "lake", PARAMETERS));
        wire.pass(90);
        JsonNode properties = wire.get(Wire.instance("lake-1", Wire.NEW)).body().path("properties");

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.raw().body()).isEmpty();
        assertThat(accepted.header("Location")).contains("/backupInstances/lake-1/operationResults/");
        assertThat(properties.path("currentProtectionState").asText()).isEqualTo("ProtectionConfigured");
        assertThat(properties.at("/dataSourceInfo/datasourceType").asText()).isEqualTo(TYPE);
        assertThat(properties
                        .at("/policyInfo/policyParameters/backupDatasourceParametersList/0")
                        .toString())
                .isEqualTo(PARAMETERS);
    }

    @Test
    void accountNeedsHierarchicalNamespace() {
        assertThat(wire.verdict(protection(LAKE, "lake", PARAMETERS))).isEqualTo("Succeeded");
        assertThat(wire.verdict(protection(ACCOUNTS + "stdevdata01", "lake", PARAMETERS)))
                .isEqualTo("UserErrorUnsupportedStorageAccountType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"isSftpEnabled", "isNfsV3Enabled"})
    void accountWithOtherProtocolsIsRefused(String protocol) {
        String odd = ACCOUNTS + "stlakeodd";
        wire.put(
                odd + "?api-version=2023-05-01",
                "{\"location\":\"westus\",\"kind\":\"StorageV2\",\"sku\":{\"name\":\"Standard_LRS\"},\"properties\":{"
                        + "\"isHnsEnabled\":true,\"" + protocol + "\":true}}");
        wire.pass(60);

        assertThat(wire.verdict(protection(odd, "lake", PARAMETERS)))
                .isEqualTo("UserErrorUnsupportedStorageAccountType");
    }

    @Test
    void wantsParametersOfItsOwn() {
        assertThat(wire.verdict(protection(LAKE, "lake", PARAMETERS.replace("AdlsBlob", "Blob"))))
                .isEqualTo("400 BMSUserErrorInvalidInput");
        assertThat(wire.verdict(protection(LAKE, "lake", ""))).isEqualTo("UserErrorNoContainersSelectedForOperation");
        assertThat(wire.verdict(protection(LAKE, "BlobVaulted-Policy", PARAMETERS)))
                .isEqualTo("400 BMSUserErrorInvalidInput");
    }

    @Test
    void tooManyContainersAreRefused() {
        String names = String.join(",", Collections.nCopies(101, "\"con\""));

        assertThat(wire.verdict(protection(LAKE, "lake", PARAMETERS.replace("\"con1\",\"con2\"", names))))
                .isEqualTo("UserErrorNoContainersSelectedForOperation");
    }

    @Test
    void roleIsNeeded() {
        wire.delete(LAKE + "/providers/Microsoft.Authorization/roleAssignments/22222222-0000-0000-0000-000000000001"
                + "?api-version=2022-04-01");
        wire.pass(600);

        assertThat(wire.verdict(protection(LAKE, "lake", PARAMETERS))).isEqualTo("UserErrorMissingRequiredPermissions");
    }

    @Test
    void policyKeepsInVaultStoreOnly() {
        String good =
                wire.get(Wire.vault("/backupPolicies/lake", Wire.NEW)).raw().body();

        assertThat(wire.put(Wire.vault("/backupPolicies/lake-2", Wire.NEW), good)
                        .status())
                .isEqualTo(200);
        assertThat(wire.put(
                                Wire.vault("/backupPolicies/lake-3", Wire.NEW),
                                good.replace("VaultStore", "OperationalStore"))
                        .errorCode())
                .isEqualTo("BMSUserErrorInvalidInput");
    }

    @Test
    void takesFourBackupsOnDemandADay() {
        protect();
        for (int i = 0; i < 4; i++) {
            assertThat(backUp().status()).isEqualTo(202);
            wire.pass(3600);
        }

        assertThat(backUp().errorCode()).isEqualTo("UserErrorBackupRequestThrottled");
        wire.pass(86400);
        assertThat(backUp().status()).isEqualTo(202);
    }

    @Test
    void isRestoredToAnotherLakeOnly() {
        protect();
        String point = point();

        assertThat(restoreVerdict(restoreTo(TARGET, point))).isEqualTo("Succeeded");
        assertThat(restoreVerdict(restoreTo(LAKE, point)))
                .isEqualTo("FailedUserErrorOriginalLocationRestoreNotSupported");
        assertThat(restoreVerdict(restoreTo(ACCOUNTS + "stdevdata01", point)))
                .isEqualTo("FailedUserErrorUnsupportedStorageAccountType");
        assertThat(restoreVerdict(restoreTo(TARGET, point).replace("VaultStore", "OperationalStore")))
                .isEqualTo("400 BMSUserErrorInvalidInput");
    }

    @Test
    void restoreBringsTheContainer() {
        protect();
        String container = TARGET + "/blobServices/default/containers/con1back?api-version=2023-05-01";
        String body = restoreTo(TARGET, point());
        assertThat(wire.get(container).status()).isEqualTo(404);

        assertThat(wire.post(Wire.vault("/backupInstances/lake-1/restore", Wire.NEW), body)
                        .status())
                .isEqualTo(202);
        wire.pass(600);

        assertThat(wire.get(container).status()).isEqualTo(200);
    }

    @Test
    void hasNoRestorableRangesAndCanBeStopped() {
        protect();
        Wire.Reply ranges = wire.post(
                Wire.vault("/backupInstances/lake-1/findRestorableTimeRanges", Wire.NEW),
                "{\"sourceDataStoreType\":\"OperationalStore\"}");
        Wire.Reply stopped = wire.post(Wire.vault("/backupInstances/lake-1/stopProtection", Wire.NEW), "");
        wire.pass(60);

        assertThat(ranges.status()).isEqualTo(400);
        assertThat(stopped.status()).isEqualTo(202);
        assertThat(wire.state("lake-1")).isEqualTo("ProtectionStopped");
    }
}
