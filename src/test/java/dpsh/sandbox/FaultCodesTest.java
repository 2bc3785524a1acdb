package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dpsh.sandbox.fault.ErrorTable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code of the error table, ordered by {@code code X}, at an operation that it belongs to. */
class FaultCodesTest {
    private static final String BACKUP = "{\"backupRuleOptions\":{\"ruleName\":\"BackupHourly\",\"triggerOption\":{}}}";

    private static final String OTHER_DISK =
            Wire.OPERATIONS + "/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/disk-prod-01";

    private static final List<String> ORDER = List.of(
            "validateForBackup",
            "validateRestore",
            "putPolicy",
            "putVault",
            "getInstance",
            "deletePolicy",
            "deleteInstance",
            "deleteVault",
            "putRoleAssignment",
            "stopProtection",
            "putInstance",
            "backup",
            "restore");

    private static Wire wire;
    private static String point = "";

    @BeforeAll
    static void start() {
        wire = new Wire(Wire.options().withThrottling(false));
        wire.grant();
        wire.protect("kept", Wire.diskProtection());
        wire.pass(100);
        post("backup", BACKUP);
        wire.pass(400);
        point = wire.get(Wire.vault("/backupInstances/kept/recoveryPoints", Wire.NEW))
                .body()
                .path("value")
                .path(0)
                .path("name")
                .asText();
    }

    @AfterAll
    static void stop() {
        wire.close();
    }

    /** All but those that only jobs fail with, which {@link #laterInJobs} has. */
    static Collection<ErrorTable.Entry> entries() {
        return ErrorTable.load().entries().stream()
                .filter(entry -> !entry.later() || !Set.of("backup", "restore").containsAll(entry.on()))
                .toList();
    }

    private static Wire.Reply send(String operation) {
        return switch (operation) {
            case "validateForBackup" ->
                wire.validate(Wire.diskProtection(OTHER_DISK, "DiskBackup-Policy", Wire.SNAPSHOTS));
            case "putInstance" ->
                wire.protect("other", Wire.diskProtection(OTHER_DISK, "DiskBackup-Policy", Wire.SNAPSHOTS));
            case "putPolicy" -> wire.put(Wire.vault("/backupPolicies/p", Wire.NEW), "{}");
            case "deletePolicy" -> wire.delete(Wire.vault("/backupPolicies/p", Wire.NEW));
            case "putVault" -> wire.put(Wire.vault("", Wire.NEW), "{}");
            case "deleteVault" -> wire.delete(Wire.vault("", Wire.NEW));
            case "getInstance" -> wire.get(Wire.vault("/backupInstances/kept", Wire.NEW));
            case "deleteInstance" -> wire.delete(Wire.vault("/backupInstances/kept", Wire.NEW));
            case "putRoleAssignment" ->
                wire.assign(Wire.DISK, "11111111-0000-0000-0000-000000000009", Wire.READER, wire.principal());
            case "stopProtection" -> post("stopProtection", "");
            case "backup" -> post("backup", BACKUP);
            case "restore" -> post("restore", restore());
            case "validateRestore" -> post("validateRestore", "{\"restoreRequestObject\":" + restore() + "}");
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private static Wire.Reply post(String action, String body) {
        return wire.post(Wire.vault("/backupInstances/kept/" + action, Wire.NEW), body);
    }

    /** To a new disk, from the newest recovery point. */
    private static String restore() {
        String target = Wire.OPERATIONS + "/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/restored";
        return """
                {"objectType":"AzureBackupRecoveryPointBasedRestoreRequest","recoveryPointId":"%s",
                "sourceDataStoreType":"OperationalStore","restoreTargetInfo":{"objectType":"RestoreTargetInfo",
                "recoveryOption":"FailIfExists","restoreLocation":"westus","datasourceInfo":{"objectType":"Datasource",
                "datasourceType":"Microsoft.Compute/disks","resourceID":"%s","resourceLocation":"westus",
                "resourceName":"restored","resourceType":"Microsoft.Compute/disks","resourceUri":""}}}""".formatted(point, target);
    }

    /** The operation to send: the first that the code belongs to in an order of ours. */
    private static String operation(ErrorTable.Entry entry) {
        return ORDER.stream()
                .filter(name -> entry.on().isEmpty() || entry.on().contains(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyCodeIsReached(ErrorTable.Entry entry) {
        String operation = operation(entry);
        wire.sandbox.faults().clear();
        wire.sandbox.faults().add("code " + entry.code() + " times=1");

        Wire.Reply reply = send(operation);

        if (entry.later()) {
            assertThat(reply.status()).as(reply.raw().body()).isIn(201, 202);
            wire.pass(60);
            JsonNode status = wire.follow(reply.header("Azure-AsyncOperation")).body();
            assertThat(status.path("status").asText()).isEqualTo("Failed");
            assertProvider(
                    entry, status.path("error").path("additionalInfo").path(0).path("info"));
            assertThat(status.path("error").path("code").asText()).isEqualTo(entry.code());
        } else {
            assertRefused(entry, reply);
        }
        assertThat(wire.sandbox.faults().list()).as("it happened once").isEmpty();
    }

    /** What fails later fails in the job where the operation only begins one. */
    @ParameterizedTest
    @MethodSource("laterInJobs")
    void jobsFailWithTheirCodes(ErrorTable.Entry entry) {
        String operation = entry.on().contains("backup") ? "backup" : "restore";
        wire.sandbox.faults().clear();
        wire.pass(86_401);
        wire.sandbox.faults().add("code " + entry.code() + " on=" + operation + " times=1");

        Wire.Reply accepted = send(operation);
        assertThat(accepted.status()).as(accepted.raw().body()).isEqualTo(202);
        wire.pass(300);

        JsonNode status = wire.follow(accepted.header("Azure-AsyncOperation")).body();
        assertThat(status.path("status").asText()).isEqualTo("Succeeded");
        String job = status.path("properties").path("jobId").asText();
        JsonNode properties = wire.get(job + "?api-version=" + Wire.NEW).body().path("properties");
        assertThat(properties.path("status").asText()).isEqualTo("Failed");
        assertThat(properties.path("operationCategory").asText()).isEqualToIgnoringCase(operation);
        assertProvider(entry, properties.path("errorDetails").path(0));
        assertThat(wire.get(
                                Wire.OPERATIONS
                                        + "/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/restored?api-version=2023-04-02")
                        .status())
                .isEqualTo(404);
    }

    static Collection<ErrorTable.Entry> laterInJobs() {
        return ErrorTable.load().entries().stream()
                .filter(ErrorTable.Entry::later)
                .filter(entry -> entry.on().contains("backup") || entry.on().contains("restore"))
                .toList();
    }

    private static void assertRefused(ErrorTable.Entry entry, Wire.Reply reply) {
        JsonNode error = reply.body().path("error");
        assertThat(reply.status()).isEqualTo(entry.status());
        assertThat(reply.header("x-ms-error-code")).isEqualTo(entry.code());
        assertThat(reply.header("x-ms-correlation-request-id")).isNotEmpty();
        assertThat(error.path("code").asText()).isEqualTo(entry.code());
        if (entry.provider()) {
            assertProvider(entry, error.path("additionalInfo").path(0).path("info"));
        } else {
            assertThat(error.path("message").asText()).isEqualTo(entry.message());
            assertThat(error.has("additionalInfo")).isFalse();
        }
        boolean throttled = entry.status() == 429 || entry.status() == 503;
        assertThat(reply.header("Retry-After")).isEqualTo(throttled ? "10" : "");
        assertThat(reply.header("WWW-Authenticate").isEmpty()).isEqualTo(entry.status() != 401);
    }

    private static void assertProvider(ErrorTable.Entry entry, JsonNode info) {
        assertThat(info.path("code").asText()).as(info.toString()).isEqualTo(entry.code());
        assertThat(info.path("message").asText()).isEqualTo(entry.message());
        assertThat(info.path("recommendedAction").path(0).asText()).isEqualTo(entry.action());
    }
}
