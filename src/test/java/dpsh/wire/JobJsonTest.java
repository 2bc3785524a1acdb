package dpsh.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dpsh.arm.ResourceId;
import dpsh.backup.DeletedInstance;
import dpsh.backup.Job;
import dpsh.backup.RecoveryPoint;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs, recovery points and deleted instances, read from recorded answers (test resources, replay/*). */
class JobJsonTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static JsonNode recorded(String file, String pathPart) throws IOException {
        JsonNode last = null;
        for (JsonNode exchange : JSON.readTree(Sample.of("replay/" + file).text())) {
            boolean read = exchange.get("method").asText().equals("GET")
                    && exchange.get("status").asInt() == 200;
            if (read && exchange.get("url").asText().contains(pathPart)) {
                last = exchange.get("responseBody");
            }
        }
        assertThat(last).as(file + " has " + pathPart).isNotNull();
        return last;
    }

    @Test
    void theRecordedBackupIsDone() throws IOException {
        String raw = recorded("disk.json", "/backupJobs/").toString();
        Job job = JobJson.read(raw);
        assertThat(job.operation()).isEqualTo("Backup");
        assertThat(job.isRunning()).isFalse();
        assertThat(job.state().isDone()).isTrue();
        assertThat(job.state().isWarned()).isFalse();
        assertThat(job.duration()).isEqualTo(Duration.parse("PT3M36.4945012S"));
        assertThat(job.end()).isEqualTo(Instant.parse("2025-11-04T08:58:27.0792347Z"));
        assertThat(job.recoveryPoint()).isEqualTo("9db34ab2e18f4b268a0ac740ef8fa6bd");
        assertThat(job.retentionTag()).isEqualTo("default");
        assertThat(job.tasks()).containsExactly("Trigger Backup: Completed");
        assertThat(job.userTriggered()).isTrue();
        assertThat(job.activityId()).isEqualTo("ebe62754-b95b-11f0-9017-7c1e527c42f2");
        assertThat(job.instance().isOf("Microsoft.DataProtection/backupVaults/backupInstances"))
                .isTrue();
        assertThat(job.error()).isNull();
        assertThat(job.raw()).isEqualTo(raw);
    }

    @Test
    void theRecordedListEntryHasNoTasksAndDotNetsDuration() throws IOException {
        Job job = JobJson.read(
                recorded("points.json", "/backupJobs").get("value").get(0).toString());
        assertThat(job.duration()).isEqualTo(Duration.parse("PT3M39.7214322S"));
        assertThat(job.tasks()).isEmpty();
        assertThat(job.userTriggered()).isFalse();
        assertThat(job.datasource())
                .isEqualTo(ResourceId.parse("/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups"
                        + "/clitest-dpp-rg/providers/Microsoft.Compute/disks/RESTOREDISK"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "00:02:11.9724387, PT2M11.9724387S",
                "1.00:00:01, PT24H1S",
                "PT0S, PT0S",
                "soon, null",
                "99:99, null"
            })
    void durationsComeInTwoForms(String given, Duration read) {
        assertThat(JobJson.duration(given)).isEqualTo(read);
    }

    @Test
    void aWordThatNobodyKnowsRunsUntilItHasAnEnd() {
        String running = "{\"id\":\"/subscriptions/s/providers/a/b/c\",\"properties\":{\"status\":\"Thinking\"}}";
        assertThat(JobJson.read(running).isRunning()).isTrue();
        String ended = running.replace("\"status\"", "\"endTime\":\"2025-11-04T08:58:27Z\",\"status\"");
        assertThat(JobJson.read(ended).isRunning()).isFalse();
        assertThat(JobJson.read(ended.replace("2025-11-04T08:58:27Z", "0001-01-01T00:00:00"))
                        .isRunning())
                .as("the year 1 means not yet")
                .isTrue();
    }

    @Test
    void aFailedJobTellsItsErrorAndAWarnedOneItsWarnings() {
        Job failed = JobJson.read("""
                {"id":"/subscriptions/s/providers/a/b/c","properties":{"status":"Failed","errorDetails":[{"code":"UserErrorX",
                "message":"it broke","recommendedAction":["mend it"],"properties":{"ActivityId":"a-1"}}]}}""");
        assertThat(failed.error().code()).isEqualTo("UserErrorX");
        assertThat(failed.error().recommendedActions()).containsExactly("mend it");
        assertThat(failed.error().activityId()).isEqualTo("a-1");
        Job warned = JobJson.read("""
                {"id":"/subscriptions/s/providers/a/b/c","properties":{"status":"CompletedWithWarnings","extendedInfo":
                {"warningDetails":[{"resourceName":"c1","warning":{"code":"W","message":"container skipped"}}]}}}""");
        assertThat(warned.warnings()).containsExactly("c1: container skipped");
        assertThat(warned.state().isDone()).isTrue();
    }

    @Test
    void theRecordedRecoveryPointSaysWhatItIsAndHowLongItIsKept() throws IOException {
        RecoveryPoint point = RecoveryPointJson.read(
                recorded("points.json", "/recoveryPoints").get("value").get(0).toString());
        assertThat(point.name()).isEqualTo("0a1b2c3d4e5f60718293a4b5c6d7e8f9");
        assertThat(point.time()).isEqualTo(Instant.parse("2023-06-22T05:01:18.780039Z"));
        assertThat(point.expiry()).isEqualTo(Instant.parse("2023-06-29T05:00:00.1234567Z"));
        assertThat(point.stores()).containsExactly("OperationalStore");
        assertThat(point.type()).isEqualTo("Incremental");
        assertThat(point.state()).isEqualTo("Completed");
    }

    @Test
    void theRecordedDeletedInstanceSaysUntilWhenItIsKept() throws IOException {
        DeletedInstance deleted = DeletedInstanceJson.read(
                recorded("soft-delete.json", "/deletedBackupInstances/").toString());
        assertThat(deleted.deleted()).isEqualTo(Instant.parse("2026-08-11T06:11:51.5302158Z"));
        assertThat(deleted.purge()).isEqualTo(Instant.parse("2026-08-25T06:11:51.5302158Z"));
        assertThat(deleted.state().isGoing()).isTrue();
        assertThat(deleted.instance().toString())
                .endsWith(
                        "/backupInstances/clitest-disk-persistent-clitest-disk-persistent-e33c80ba-0bf8-11ee-aaa6-002b670b472e");
    }
}
