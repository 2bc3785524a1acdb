package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of recovery points and restorable ranges: az recordings recovery_point_list, restorable_time_range_find, 2023-06. */
class RecoveryPointsTest {
    private static final String GROUP = Wire.OPERATIONS + "/resourceGroups/g";
    private static final String VAULT = GROUP + "/providers/Microsoft.DataProtection/backupVaults/v";
    private static final String DISK = GROUP + "/providers/Microsoft.Compute/disks/d";
    private static final String ACCOUNT = GROUP + "/providers/Microsoft.Storage/storageAccounts/account";

    private final Wire wire = new Wire(Wire.options().withPageSize(3).withEstate(estate()));

    private static SandboxEstate estate() {
        return SandboxEstate.empty("aaaabbbb-0000-cccc-1111-dddd2222eeee")
                .vault(VAULT, "westus")
                .diskPolicy(VAULT, "daily", "P1D", "P7D")
                .blobPolicy(VAULT, "operational", "P30D")
                .vaultedBlobPolicy(VAULT, "vaulted", "P7D")
                .disk(DISK, "westus", "Premium_LRS", 4, Map.of())
                .account(ACCOUNT, "westus", false, Map.of())
                .account(ACCOUNT + "v", "westus", false, Map.of())
                .protectedDisk(VAULT, "disk", DISK, "daily", GROUP)
                .protectedAccount(VAULT, "blob", ACCOUNT, "operational")
                .protectedAccount(VAULT, "vaulted", ACCOUNT + "v", "vaulted");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private static String url(String path, String version) {
        return VAULT + "/backupInstances/" + path + "?api-version=" + version;
    }

    private List<JsonNode> all(String url) {
        List<JsonNode> found = new ArrayList<>();
        String next = url;
        while (!next.isEmpty()) {
            JsonNode page = wire.get(next).body();
            assertThat(page.path("value").size()).as(next).isBetween(0, 3);
            page.path("value").forEach(found::add);
            next = page.path("nextLink").asText();
        }
        return found;
    }

    private static String time(JsonNode point) {
        return point.path("properties").path("recoveryPointTime").asText();
    }

    @Test
    void pagesGoFromTheNewestToTheOldestAndMissNone() {
        List<JsonNode> points = all(url("disk/recoveryPoints", Wire.NEW) + "&$filter=");

        assertThat(points).hasSize(7);
        assertThat(points.stream().map(RecoveryPointsTest::time).toList())
                .isSortedAccordingTo((one, other) -> other.compareTo(one))
                .allMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}Z"));
    }

    @Test
    void diskPointHasTheRecordedMembers() {
        JsonNode point = all(url("disk/recoveryPoints", Wire.NEW)).get(0);

        assertThat(Shape.of(point))
                .containsExactly(
                        "properties.objectType:S",
                        "properties.recoveryPointId:S",
                        "properties.recoveryPointTime:S",
                        "properties.recoveryPointType:S",
                        "properties.friendlyName:S",
                        "properties.recoveryPointDataStoresDetails[].id:S",
                        "properties.recoveryPointDataStoresDetails[].type:S",
                        "properties.recoveryPointDataStoresDetails[].creationTime:S",
                        "properties.recoveryPointDataStoresDetails[].expiryTime:S",
                        "properties.recoveryPointDataStoresDetails[].metaData:NULL",
                        "properties.recoveryPointDataStoresDetails[].visible:B",
                        "properties.recoveryPointDataStoresDetails[].state:S",
                        "properties.recoveryPointDataStoresDetails[].rehydrationExpiryTime:NULL",
                        "properties.recoveryPointDataStoresDetails[].rehydrationStatus:NULL",
                        "properties.retentionTagName:S",
                        "properties.retentionTagVersion:S",
                        "properties.policyName:S",
                        "properties.policyVersion:NULL",
                        "properties.expiryTime:S",
                        "properties.recoveryPointState:S",
                        "id:S",
                        "name:S",
                        "type:S");
        assertThat(point.path("properties").path("recoveryPointType").asText()).isEqualTo("Incremental");
        assertThat(wire.get(point.path("id").asText() + "?api-version=" + Wire.NEW)
                        .body())
                .isEqualTo(point);
    }

    @Test
    void vaultedPointIsFullAndOldVersionsHaveNoState() {
        JsonNode point = all(url("vaulted/recoveryPoints", "2023-01-01")).get(0).path("properties");

        assertThat(point.path("recoveryPointType").asText()).isEqualTo("Full");
        assertThat(point.path("recoveryPointDataStoresDetails")
                        .path(0)
                        .path("type")
                        .asText())
                .isEqualTo("VaultStore");
        assertThat(point.has("recoveryPointState")).isFalse();
    }

    @Test
    void filterTakesTheDatesAsAzWritesThem() {
        List<JsonNode> points = all(url("disk/recoveryPoints", Wire.NEW));
        String filter = "startDate eq '" + time(points.get(4)) + "' and endDate eq '2033-06-16T01:00:00.0000000Z'";

        String url =
                url("disk/recoveryPoints", Wire.NEW) + "&$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);

        assertThat(all(url)).isEqualTo(points.subList(0, 5));
    }

    @ParameterizedTest
    @CsvSource({"startDate", "startDate eq 'yesterday'", "name eq 'x'"})
    void otherFiltersAreInvalid(String filter) {
        Wire.Reply refused = wire.get(
                url("disk/recoveryPoints", Wire.NEW) + "&$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("BMSUserErrorInvalidInput");
    }

    @Test
    void missingPointAndInstanceAreNotFound() {
        assertThat(wire.get(url("disk/recoveryPoints/" + "0".repeat(32), Wire.NEW))
                        .status())
                .isEqualTo(404);
        assertThat(wire.get(url("none/recoveryPoints", Wire.NEW)).errorCode())
                .isEqualTo("UserErrorGenericResourceNotFound");
    }

    @Test
    void snapshotGoesWithItsPoint() {
        String snapshots = GROUP + "/providers/Microsoft.Compute/snapshots?api-version=2023-04-02";
        assertThat(all(snapshots)).hasSize(7);

        wire.delete(url("disk", Wire.NEW));
        wire.pass(300);

        assertThat(all(snapshots)).isEmpty();
    }

    private Wire.Reply ranges(String instance, String body) {
        return wire.post(url(instance + "/findRestorableTimeRanges", Wire.NEW), body);
    }

    @Test
    void rangeIsWhatIsKeptUntilNow() {
        Instant now = wire.sandbox.clock().now();

        JsonNode body = ranges(
                        "blob", "{\"sourceDataStoreType\":\"OperationalStore\",\"startTime\":\"\",\"endTime\":\"\"}")
                .body();

        JsonNode range = body.path("properties").path("restorableTimeRanges").path(0);
        assertThat(range.path("startTime").asText()).isEqualTo(DotNetTime.ticked(now.minus(Duration.ofDays(30))));
        assertThat(range.path("endTime").asText()).isEqualTo(DotNetTime.ticked(now));
        assertThat(body.path("id").asText()).isEqualTo("blob");
        assertThat(Shape.of(body))
                .containsExactly(
                        "properties.restorableTimeRanges[].startTime:S",
                        "properties.restorableTimeRanges[].endTime:S",
                        "properties.restorableTimeRanges[].objectType:S",
                        "properties.objectType:S",
                        "id:S",
                        "type:S");
    }

    @ParameterizedTest
    @CsvSource({
        "2001-02-27T12:00:00.0000000Z, 2002-02-27T12:00:00Z, 2002-02-27T12:00:00.0000000Z",
        "2001-02-27T12:00:00.000Z, 2040-02-27T12:00:00+05:30, 2040-02-27T06:30:00.0000000Z",
        "2001-02-27T12:00:00, 2040-02-27T12:00:00.00, 2040-02-27T12:00:00.0000000Z"
    })
    void endIsTakenAsItIs(String start, String end, String shown) {
        JsonNode range = ranges(
                        "blob",
                        "{\"sourceDataStoreType\":\"OperationalStore\",\"startTime\":\"" + start + "\",\"endTime\":\""
                                + end + "\"}")
                .body()
                .path("properties")
                .path("restorableTimeRanges")
                .path(0);

        assertThat(range.path("endTime").asText()).isEqualTo(shown);
        assertThat(range.path("startTime").asText()).startsWith("2026-");
    }

    @ParameterizedTest
    @CsvSource({
        "blob, '{\"sourceDataStoreType\":\"OperationalStore\",\"startTime\":\"2001-02-27T12:00:00.0000000Z\"}', 200, ''",
        "blob, '{\"sourceDataStoreType\":\"OperationalStore\",\"startTime\":\"2001-02-27T12:00:00.000Z\"}', 400,"
                + " DppPluginInvalidInputParameters",
        "blob, '{\"sourceDataStoreType\":\"OperationalStore\",\"endTime\":\"2001-02-27T12:00:00.0000000Z\"}', 500,"
                + " CloudInternalError",
        "blob, '{\"sourceDataStoreType\":\"VaultStore\"}', 400, BMSUserErrorInvalidInput",
        "blob, '{}', 400, BMSUserErrorInvalidInput",
        "vaulted, '{\"sourceDataStoreType\":\"OperationalStore\"}', 400, BMSUserErrorInvalidInput",
        "disk, '{\"sourceDataStoreType\":\"OperationalStore\"}', 400, BMSUserErrorInvalidInput"
    })
    void oddWindowsAreAnsweredAsRecorded(String instance, String body, int status, String code) {
        Wire.Reply reply = ranges(instance, body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.errorCode()).isEqualTo(code);
    }
}
