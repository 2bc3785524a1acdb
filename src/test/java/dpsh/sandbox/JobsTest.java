package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of jobs, their old form, their export: az recording job_list_and_show, 2025. */
class JobsTest {
    private static final String VAULT =
            Wire.OPERATIONS + "/resourceGroups/PaygRG/providers/Microsoft.DataProtection/backupVaults/paygVault";
    private static final String INSTANCE = VAULT + "/backupInstances/disk-east-02-5b1f7d3e-2a44-4c0e-9d35-7f0f3f6f8a10";

    private final Wire wire = new Wire(Wire.options().withPageSize(2));

    @AfterEach
    void close() {
        wire.close();
    }

    private static String url(String path, String version) {
        return VAULT + path + "?api-version=" + version;
    }

    private List<JsonNode> all(String version) {
        List<JsonNode> found = new ArrayList<>();
        String next = url("/backupJobs", version);
        while (!next.isEmpty()) {
            JsonNode page = wire.get(next).body();
            page.path("value").forEach(found::add);
            next = page.path("nextLink").asText();
        }
        return found;
    }

    @Test
    void seedsShowJobsOldestFirstInPages() {
        List<JsonNode> jobs = all(Wire.NEW);

        assertThat(jobs).hasSize(7);
        assertThat(jobs.stream()
                        .map(job -> job.path("properties").path("startTime").asText())
                        .toList())
                .isSorted();
    }

    @Test
    void listedJobHasNoSubTasksAndNetsFormOfADuration() {
        JsonNode job = all(Wire.NEW).get(0);

        assertThat(job.path("properties").path("duration").asText()).matches("00:0[34]:\\d\\d(\\.\\d{7})?");
        assertThat(job.path("properties").path("extendedInfo").isNull()).isTrue();
        assertThat(job.path("properties").path("supportedActions").toString()).isEqualTo("[]");
        assertThat(job.path("type").asText()).isEqualTo("Microsoft.DataProtection/backupVaults/backupJobs");
        assertThat(job.path("properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() ->
                        Wire.resource("jobs-2025-07-01.json").path("completed").fieldNames());
    }

    @Test
    void oldVersionsLeaveNullsOutAndBeginWithTheId() {
        JsonNode job = wire.get(all(Wire.OLD).get(0).path("id").asText() + "?api-version=" + Wire.OLD)
                .body();

        assertThat(job.fieldNames()).toIterable().startsWith("id", "name", "type");
        assertThat(job.toString()).doesNotContain("null");
        assertThat(job.path("properties").path("extendedInfo").path("subTasks")).hasSize(1);
    }

    @Test
    void jobIsFoundInItsVaultOnly() {
        String name = all(Wire.NEW).get(0).path("name").asText();

        assertThat(wire.get(url("/backupJobs/" + name.toUpperCase(Locale.ROOT), Wire.NEW))
                        .status())
                .isEqualTo(200);
        assertThat(wire.get(Wire.vault("/backupJobs/" + name, Wire.NEW)).status())
                .isEqualTo(404);
        assertThat(wire.get(url("/backupJobs/none", Wire.NEW)).errorCode())
                .isEqualTo("UserErrorGenericResourceNotFound");
    }

    @Test
    void jobsEndWithTheirInstance() {
        wire.post(
                INSTANCE + "/backup?api-version=" + Wire.NEW,
                "{\"backupRuleOptions\":{\"ruleName\":\"BackupDaily\",\"triggerOption\":{}}}");
        wire.delete(INSTANCE + "?api-version=" + Wire.NEW);
        wire.pass(180);

        JsonNode last = all(Wire.NEW).get(7).path("properties");
        assertThat(last.path("status").asText()).isEqualTo("Cancelled");
        assertThat(last.path("endTime").isNull()).isFalse();
    }

    @Test
    void oldJobsAreForgotten() {
        wire.sandbox.clock().advance(Duration.ofDays(100));

        assertThat(all(Wire.NEW)).hasSizeBetween(29, 31);
    }

    @Test
    void exportTellsWhereWhenItIsDone() {
        Wire.Reply accepted = wire.post(url("/exportBackupJobs", Wire.NEW), "");
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.header("Azure-AsyncOperation")).isEmpty();
        assertThat(accepted.header("Retry-After")).isEqualTo("60");
        assertThat(accepted.header("Location")).contains("/backupVaults/paygVault/backupJobs/operations/");
        assertThat(wire.follow(accepted.header("Location")).status()).isEqualTo(202);
        wire.pass(30);

        Wire.Reply done = wire.follow(accepted.header("Location"));
        assertThat(done.status()).isEqualTo(200);
        assertThat(Shape.of(done.body()))
                .containsExactly("blobUrl:S", "blobSasKey:S", "excelFileBlobUrl:S", "excelFileBlobSasKey:S");
        assertThat(wire.get(url("/backupJobs/operations/none", Wire.NEW)).status())
                .isEqualTo(404);
    }

    @Test
    void crossRegionJobsAreNone() {
        Wire.Reply reply = wire.post(
                Wire.OPERATIONS + "/resourceGroups/PaygRG/providers/Microsoft.DataProtection/locations/eastus2"
                        + "/fetchCrossRegionRestoreJobs?api-version=" + Wire.NEW,
                "{\"sourceBackupVaultId\":\"" + VAULT + "\",\"sourceRegion\":\"eastus\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.raw().body()).isEqualTo("{\"value\":[]}");
    }

    @Test
    void graphShowsTheJobsWithTheirSubTasks() {
        JsonNode rows = wire.post(
                        "/providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01",
                        "{\"subscriptions\":[\"" + Wire.OPERATIONS.substring("/subscriptions/".length())
                                + "\"],\"query\":\"RecoveryServicesResources | where type =~"
                                + " 'microsoft.dataprotection/backupvaults/backupjobs' | extend status = properties.status\","
                                + "\"options\":{\"resultFormat\":\"objectArray\"}}")
                .body()
                .path("data");

        assertThat(rows).hasSize(7);
        JsonNode row = rows.path(0);
        assertThat(row.path("status").asText()).isEqualTo("Completed");
        assertThat(row.path("properties").path("duration").asText()).startsWith("00:0");
        assertThat(row.path("properties")
                        .path("extendedInfo")
                        .path("targetRecoverPoint")
                        .path("recoveryPointTime")
                        .asText())
                .isEqualTo("0001-01-01T00:00:00.0000000Z");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT0S, 00:00:00",
        "PT3M36.4945012S, PT3M36.4945012S, 00:03:36.4945012",
        "PT26H0.5S, PT26H0.5S, 1.02:00:00.5000000",
        "PT0.00000009S, PT0S, 00:00:00"
    })
    void durationsHaveTwoForms(String duration, String iso, String net) {
        assertThat(JobBody.iso(Duration.parse(duration))).isEqualTo(iso);
        assertThat(JobBody.dotNet(Duration.parse(duration))).isEqualTo(net);
    }
}
