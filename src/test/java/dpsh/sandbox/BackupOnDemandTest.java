package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backups on demand and their jobs: az recording create_backup_delete_disk, 2025-11. */
class BackupOnDemandTest {
    private static final String HOURLY = "{\"backupRuleOptions\":{\"ruleName\":\"BackupHourly\",\"triggerOption\":{}}}";

    private static final JsonNode RECORDED = Wire.resource("jobs-2025-07-01.json");

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

    private Wire.Reply backUp(String body) {
        return wire.post(Wire.instance("one/backup", Wire.NEW), body);
    }

    private JsonNode job(Wire.Reply accepted) {
        JsonNode status = wire.follow(accepted.header("Azure-AsyncOperation")).body();
        String id = status.path("properties").path("jobId").asText();
        assertThat(id).as(status.toString()).contains("/backupJobs/");
        return wire.get(id + "?api-version=" + Wire.NEW).body().path("properties");
    }

    @Test
    void operationBeginsAJobThatOutlivesIt() {
        Wire.Reply accepted = backUp(HOURLY);
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.raw().body()).isEmpty();
        assertThat(accepted.header("Retry-After")).isEqualTo("30");
        String url = accepted.header("Azure-AsyncOperation");
        assertThat(wire.follow(url).body().path("status").asText()).isEqualTo("Inprogress");
        assertThat(wire.follow(url).body().has("properties")).isFalse();
        wire.pass(1);

        assertThat(wire.follow(url).body().path("status").asText()).isEqualTo("Succeeded");
        JsonNode result = wire.follow(accepted.header("Location")).body();
        assertThat(result.path("jobId").asText())
                .isEqualTo(
                        wire.follow(url).body().path("properties").path("jobId").asText());
        assertThat(job(accepted).path("status").asText()).isEqualTo("InProgress");
        wire.pass(222);
        assertThat(job(accepted).path("status").asText()).isEqualTo("Completed");
    }

    @Test
    void jobHasTheRecordedShapeWhileItRunsAndAfterwards() {
        Wire.Reply accepted = wire.send(
                "POST",
                Wire.instance("one/backup", Wire.NEW),
                HOURLY,
                Map.of("x-ms-client-request-id", "ebe62754-b95b-11f0-9017-7c1e527c42f2"));
        wire.pass(1);

        JsonNode running = job(accepted);
        assertThat(Shape.of(running)).containsExactlyElementsOf(Shape.of(RECORDED.path("running")));
        assertThat(running.path("activityID").asText()).isEqualTo("ebe62754-b95b-11f0-9017-7c1e527c42f2");
        assertThat(running.path("duration").asText()).isEqualTo("PT0S");
        assertThat(running.path("extendedInfo")
                        .path("additionalDetails")
                        .path("RetentionTag")
                        .asText())
                .isEqualTo("default");
        wire.pass(222);

        JsonNode done = job(accepted);
        assertThat(Shape.of(done)).containsExactlyElementsOf(Shape.of(RECORDED.path("completed")));
        assertThat(done.path("duration").asText()).matches("PT3M3[678](\\.\\d{1,7})?S");
        assertThat(done.path("destinationDataStoreName").asText()).isEqualTo("OperationalTierStore");
    }

    @Test
    void recoveryPointIsListedWhenTheJobHasEnded() {
        Wire.Reply accepted = backUp(
                "{\"backupRuleOptions\":{\"ruleName\":\"BackupHourly\",\"triggerOption\":{\"retentionTagOverride\":\"Default\"}}}");
        wire.pass(200);
        String list = Wire.instance("one/recoveryPoints", Wire.NEW);
        assertThat(wire.get(list).body().path("value")).isEmpty();
        wire.pass(23);

        JsonNode value = wire.get(list).body().path("value");
        assertThat(value).hasSize(1);
        JsonNode made = job(accepted).path("extendedInfo").path("targetRecoverPoint");
        assertThat(value.path(0).path("name").asText())
                .matches("[0-9a-f]{32}")
                .isEqualTo(made.path("recoveryPointID").asText());
        assertThat(value.path(0).path("properties").path("retentionTagName").asText())
                .isEqualTo("Default");
        assertThat(made.path("recoveryPointTime").asText()).isEqualTo("0001-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"backupRuleOptions\":{\"ruleName\":\"Default\"}}"
                        + "| BMSUserErrorDPPAdhocBackupNotAllowedForBackupType",
                "{\"backupRuleOptions\":{\"ruleName\":\"BackupWeekly\"}}"
                        + "| BMSUserErrorDPPAdhocBackupNotAllowedForBackupType",
                "{\"backupRuleOptions\":{\"ruleName\":\"BackupHourly\",\"triggerOption\":{\"retentionTagOverride\":\"Nix\"}}}"
                        + "| BMSUserErrorInvalidInput",
                "{\"backupRuleOptions\":{}} | BMSUserErrorInvalidInput",
                "{} | BMSUserErrorInvalidInput"
            })
    void wrongRequestsAreRefused(String body, String code) {
        Wire.Reply refused = backUp(body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo(code);
        assertThat(wire.get(Wire.vault("/backupJobs", Wire.NEW)).body().path("value"))
                .isEmpty();
    }

    @Test
    void secondBackupWaitsForTheFirst() {
        backUp(HOURLY);

        assertThat(backUp(HOURLY).errorCode()).isEqualTo("UserErrorMaxConcurrentOperationLimitReached");
        wire.pass(223);
        assertThat(backUp(HOURLY).status()).isEqualTo(202);
    }

    @Test
    void tenADayAreTheLimit() {
        for (int i = 0; i < 10; i++) {
            assertThat(backUp(HOURLY).status()).isEqualTo(202);
            wire.pass(300);
        }

        assertThat(backUp(HOURLY).errorCode()).isEqualTo("UserErrorBackupRequestThrottled");
        wire.pass(86_400);
        assertThat(backUp(HOURLY).status()).isEqualTo(202);
    }

    @Test
    void stoppedInstanceIsNotBackedUp() {
        wire.post(Wire.instance("one/stopProtection", Wire.NEW), "");
        wire.pass(42);

        assertThat(backUp(HOURLY).errorCode()).isEqualTo("BMSUserErrorInvalidInput");
    }

    @Test
    void lostRolesFailTheJobNotTheOperation() {
        wire.revokeAll();

        Wire.Reply accepted = backUp(HOURLY);
        wire.pass(60);

        JsonNode job = job(accepted);
        assertThat(job.path("status").asText()).isEqualTo("Failed");
        assertThat(job.path("errorDetails").path(0).path("code").asText())
                .isEqualTo("UserErrorDiskBackupAuthorizationFailed");
        assertThat(job.path("destinationDataStoreName").isNull()).isTrue();
        assertThat(wire.get(Wire.instance("one/recoveryPoints", Wire.NEW))
                        .body()
                        .path("value"))
                .isEmpty();
    }

    @Test
    void operationalBlobsHaveNoBackupOnDemand() {
        wire.protect("blob", Wire.blobProtection());
        wire.pass(61);

        Wire.Reply refused = wire.post(Wire.instance("blob/backup", Wire.NEW), HOURLY);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("BMSUserErrorDPPAdhocBackupNotAllowedForBackupType");
    }

    @Test
    void nothingComesBackFromAnArchive() {
        Wire.Reply refused = wire.post(
                Wire.instance("one/rehydrate", Wire.NEW),
                "{\"recoveryPointId\":\"x\",\"rehydrationRetentionDuration\":\"P15D\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("BMSUserErrorInvalidInput");
    }

    @Test
    void backupOfNothingIsNotFound() {
        assertThat(wire.post(Wire.instance("none/backup", Wire.NEW), HOURLY).status())
                .isEqualTo(404);
    }
}
