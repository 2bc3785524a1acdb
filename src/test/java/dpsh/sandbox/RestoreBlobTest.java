package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blobs to a point in time and to another account: az recordings restore_blob_point_in_time and .._recovery_point. */
class RestoreBlobTest {
    private static final String VAULT =
            Wire.OPERATIONS + "/resourceGroups/TestBkpVaultRG/providers/Microsoft.DataProtection/backupVaults/v";
    private static final String SOURCE =
            Wire.STORAGE + "/resourceGroups/RG-BlobBackup/providers/Microsoft.Storage/storageAccounts/source";
    private static final String VAULTED = SOURCE + "v";
    private static final String TARGET = SOURCE + "t";

    private final Wire wire = Wire.in(SandboxEstate.empty("aaaabbbb-0000-cccc-1111-dddd2222eeee")
            .vault(VAULT, "westus")
            .blobPolicy(VAULT, "operational", "P30D")
            .vaultedBlobPolicy(VAULT, "vaulted", "P7D")
            .account(SOURCE, "westus", false, Map.of())
            .account(VAULTED, "westus", false, Map.of())
            .account(TARGET, "westus", false, Map.of())
            .account(SOURCE + "e", "eastus", false, Map.of())
            .account(SOURCE + "h", "westus", true, Map.of())
            .account(SOURCE + "r", "westus", false, Map.of())
            .role(TARGET, "Storage Account Backup Contributor", VAULT)
            .protectedAccount(VAULT, "time", SOURCE, "operational")
            .protectedAccount(VAULT, "vaulted", VAULTED, "vaulted"));

    @AfterEach
    void close() {
        wire.close();
    }

    private static String url(String path) {
        return VAULT + "/backupInstances/" + path + "?api-version=" + Wire.NEW;
    }

    private String point() {
        return wire.get(url("vaulted/recoveryPoints"))
                .body()
                .path("value")
                .path(0)
                .path("name")
                .asText();
    }

    private static String target(String account, String type, String criteria) {
        return """
                {"datasourceInfo":{"datasourceType":"Microsoft.Storage/storageAccounts/blobServices",
                "objectType":"Datasource","resourceId":"%s","resourceLocation":"westus",
                "resourceType":"Microsoft.Storage/storageAccounts"},"objectType":"%s","recoveryOption":"FailIfExists",
                "restoreLocation":"westus"%s}""".formatted(account, type, criteria);
    }

    private static String time(Instant time, String target) {
        return """
                {"objectType":"AzureBackupRecoveryTimeBasedRestoreRequest","recoveryPointTime":"%s",
                "sourceDataStoreType":"OperationalStore","restoreTargetInfo":%s}""".formatted(DotNetTime.ticked(time), target);
    }

    private Instant hourAgo() {
        return wire.sandbox.clock().now().minus(Duration.ofHours(1));
    }

    private static String ranges(String... pairs) {
        StringBuilder criteria = new StringBuilder(",\"restoreCriteria\":[");
        for (int i = 0; i < pairs.length; i += 2) {
            criteria.append(i == 0 ? "" : ",")
                    .append("{\"objectType\":\"RangeBasedItemLevelRestoreCriteria\",\"minMatchingValue\":\"")
                    .append(pairs[i])
                    .append("\",\"maxMatchingValue\":\"")
                    .append(pairs[i + 1])
                    .append("\"}");
        }
        return criteria.append("]").toString();
    }

    private static String containers(String... names) {
        StringBuilder criteria = new StringBuilder(",\"restoreCriteria\":[");
        for (int i = 0; i < names.length; i++) {
            criteria.append(i == 0 ? "" : ",")
                    .append("{\"isPathRelativeToBackupItem\":true,\"itemPath\":\"")
                    .append(names[i])
                    .append("\",\"objectType\":\"ItemPathBasedRestoreCriteria\"}");
        }
        return criteria.append("]").toString();
    }

    private String vaulted(String target) {
        return """
                {"objectType":"AzureBackupRecoveryPointBasedRestoreRequest","recoveryPointId":"%s",
                "sourceDataStoreType":"VaultStore","restoreTargetInfo":%s}""".formatted(point(), target);
    }

    private String verdict(String instance, String request) {
        Wire.Reply accepted =
                wire.post(url(instance + "/validateRestore"), "{\"restoreRequestObject\":" + request + "}");
        if (accepted.status() != 202) {
            return accepted.status() + " " + accepted.errorCode();
        }
        wire.pass(22);
        JsonNode status = wire.follow(accepted.header("Azure-AsyncOperation")).body();
        return status.path("status").asText().equals("Failed")
                ? status.path("error").path("code").asText()
                : status.path("status").asText();
    }

    private JsonNode restored(String instance, String request) {
        Wire.Reply accepted = wire.post(url(instance + "/restore"), request);
        assertThat(accepted.status()).as(accepted.raw().body()).isEqualTo(202);
        wire.pass(1);
        String id = wire.follow(accepted.header("Azure-AsyncOperation"))
                .body()
                .path("properties")
                .path("jobId")
                .asText();
        return wire.get(id + "?api-version=" + Wire.NEW).body().path("properties");
    }

    @Test
    void wholeAccountGoesBackInPlace() {
        String request = time(hourAgo(), target(SOURCE, "RestoreTargetInfo", ""));
        assertThat(verdict("time", request)).isEqualTo("Succeeded");

        JsonNode job = restored("time", request);

        assertThat(job.path("extendedInfo").path("recoveryDestination").asText())
                .isEqualTo(SOURCE);
        assertThat(job.path("extendedInfo")
                        .path("sourceRecoverPoint")
                        .path("recoveryPointID")
                        .isNull())
                .isTrue();
        assertThat(job.path("dataSourceSetName").isNull()).isTrue();
        assertThat(job.path("extendedInfo").fieldNames())
                .toIterable()
                .containsExactly(
                        "backupInstanceState",
                        "dataTransferredInBytes",
                        "targetRecoverPoint",
                        "isAutohealJob",
                        "autohealParentFailedJobId",
                        "sourceRecoverPoint",
                        "recoveryDestination",
                        "subTasks",
                        "additionalDetails",
                        "warningDetails");
        assertThat(verdict("time", request)).isEqualTo("UserErrorPitrRestoreInProgress");
        wire.pass(214);
        assertThat(verdict("time", request)).isEqualTo("Succeeded");
    }

    @Test
    void onlyTimesThatAreKeptCanBeRestored() {
        Instant now = wire.sandbox.clock().now();
        String target = target(SOURCE, "RestoreTargetInfo", "");

        assertThat(verdict("time", time(now.minus(Duration.ofDays(31)), target)))
                .isEqualTo("UserErrorInvalidRecoveryPointInTime");
        assertThat(verdict("time", time(now.plus(Duration.ofDays(1)), target)))
                .isEqualTo("UserErrorInvalidRecoveryPointInTime");
    }

    @Test
    void operationalBlobsGoNowhereElse() {
        assertThat(verdict("time", time(hourAgo(), target(TARGET, "RestoreTargetInfo", ""))))
                .isEqualTo("400 BMSUserErrorInvalidInput");
    }

    @ParameterizedTest
    @CsvSource({
        "one, one-0, Succeeded",
        "one/a, one/b, Succeeded",
        "one, one, UserErrorInvalidRestorePrefixRange",
        "two, one, UserErrorInvalidRestorePrefixRange",
        "$root, $root-0, UserErrorInvalidRestorePrefixRange",
        "ab, ac, UserErrorInvalidRestorePrefixRange"
    })
    void rangesAreJudged(String from, String to, String verdict) {
        String target = target(SOURCE, "ItemLevelRestoreTargetInfo", ranges(from, to));

        assertThat(verdict("time", time(hourAgo(), target))).isEqualTo(verdict);
    }

    @Test
    void rangesDoNotOverlapAndAreAtMostTen() {
        String[] many = new String[22];
        for (int i = 0; i < 11; i++) {
            many[2 * i] = "con" + (char) ('a' + i);
            many[2 * i + 1] = "con" + (char) ('a' + i) + "-0";
        }
        String overlapping = ranges("aaaa", "cccc", "bbbb", "dddd");

        assertThat(verdict("time", time(hourAgo(), target(SOURCE, "ItemLevelRestoreTargetInfo", overlapping))))
                .isEqualTo("UserErrorInvalidRestorePrefixRange");
        assertThat(verdict("time", time(hourAgo(), target(SOURCE, "ItemLevelRestoreTargetInfo", ranges(many)))))
                .isEqualTo("UserErrorTooManyRestoreCriteriaGivenForBlobRestore");
    }

    @Test
    void rangeNamesAContainerThatIsThere() {
        wire.put(SOURCE + "/blobServices/default/containers/one?api-version=2023-01-01", "{}");

        assertThat(verdict(
                        "time", time(hourAgo(), target(SOURCE, "ItemLevelRestoreTargetInfo", ranges("two", "two-0")))))
                .isEqualTo("UserErrorContainerNotFoundForPointInTimeRestore");
        assertThat(verdict(
                        "time", time(hourAgo(), target(SOURCE, "ItemLevelRestoreTargetInfo", ranges("one", "one-0")))))
                .isEqualTo("Succeeded");
    }

    @Test
    void pointInTimeRestoreMustBeOn() {
        wire.put(
                SOURCE + "/blobServices/default?api-version=2023-01-01",
                "{\"properties\":{\"restorePolicy\":{\"enabled\":false}}}");

        assertThat(verdict("time", time(hourAgo(), target(SOURCE, "RestoreTargetInfo", ""))))
                .isEqualTo("UserErrorPitrDisabledOnStorageAccount");
    }

    @Test
    void vaultedContainersComeToTheOtherAccount() {
        String request = vaulted(target(TARGET, "ItemLevelRestoreTargetInfo", containers("one", "two")));
        assertThat(verdict("vaulted", request)).isEqualTo("Succeeded");

        JsonNode job = restored("vaulted", request);
        assertThat(job.path("sourceDataStoreType").asText()).isEqualTo("VaultStore");
        assertThat(job.path("dataSourceSetName").asText()).isEqualTo("sourcev");
        wire.pass(214);

        JsonNode there = wire.get(TARGET + "/blobServices/default/containers?api-version=2023-01-01")
                .body()
                .path("value");
        assertThat(there.findValuesAsText("name")).contains("one", "two");
        assertThat(verdict("vaulted", request)).isEqualTo("UserErrorTargetContainersExistOnAccount");
    }

    @ParameterizedTest
    @CsvSource({
        "sourcev, UserErrorOriginalLocationRestoreNotSupported",
        "sourcex, UserErrorAzureResourceNotFoundByPlugin",
        "sourcee, UserErrorDatasourceVaultRegionMismatch",
        "sourceh, UserErrorUnsupportedStorageAccountType",
        "sourcer, UserErrorMissingRequiredPermissions"
    })
    void targetsOfAVaultedRestoreAreJudged(String account, String verdict) {
        String target = target(TARGET.replace("sourcet", account), "RestoreTargetInfo", "");

        assertThat(verdict("vaulted", vaulted(target))).isEqualTo(verdict);
    }

    @Test
    void criteriaOfAVaultedRestoreAreLimited() {
        String prefixes = "{\"itemPath\":\"one\",\"subItemPathPrefix\":[" + "\"a\",".repeat(10) + "\"b\"]}";
        String many = ",\"restoreCriteria\":[" + "{\"itemPath\":\"one\"},".repeat(100) + "{\"itemPath\":\"two\"}]";

        assertThat(verdict(
                        "vaulted",
                        vaulted(target(
                                TARGET, "ItemLevelRestoreTargetInfo", ",\"restoreCriteria\":[" + prefixes + "]"))))
                .isEqualTo("UserErrorTooManyPrefixesGivenForBlobRestore");
        assertThat(verdict("vaulted", vaulted(target(TARGET, "ItemLevelRestoreTargetInfo", many))))
                .isEqualTo("UserErrorTooManyRestoreCriteriaGivenForBlobRestore");
    }

    @Test
    void unknownVaultedPointIsNotFound() {
        String request = vaulted(target(TARGET, "RestoreTargetInfo", "")).replace(point(), "f".repeat(32));

        assertThat(verdict("vaulted", request)).isEqualTo("UserErrorRestorePointNotFoundInBackupVault");
    }
}
