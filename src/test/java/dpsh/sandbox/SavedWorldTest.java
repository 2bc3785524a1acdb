package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dpsh.sandbox.estate.EstateException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A world that is saved and loaded answers every GET as before, and goes on. */
class SavedWorldTest {
    private static String state(Wire wire) {
        return wire.send("GET", "/_sandbox/state", null, Map.of("Authorization", ""))
                .raw()
                .body();
    }

    private static Wire loaded(String state) throws IOException {
        return Wire.in(SandboxEstate.load(new ByteArrayInputStream(state.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<String> gets() {
        List<String> gets = new ArrayList<>();
        for (String subscription : List.of(Wire.OPERATIONS, Wire.STORAGE)) {
            gets.add(subscription + "/resourcegroups?api-version=2021-04-01");
            gets.add(subscription + "/providers/Microsoft.Compute/disks?api-version=2023-04-02");
            gets.add(subscription + "/providers/Microsoft.Storage/storageAccounts?api-version=2023-01-01");
            gets.add(subscription + "/providers/Microsoft.DataProtection/backupVaults?api-version=" + Wire.NEW);
            gets.add(subscription + "/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01");
        }
        for (String child : List.of(
                "",
                "/backupPolicies",
                "/backupInstances",
                "/deletedBackupInstances",
                "/backupJobs",
                "/backupInstances/disk/recoveryPoints")) {
            gets.add(Wire.vault(child, Wire.NEW));
        }
        return gets;
    }

    private static List<JsonNode> answers(Wire wire) {
        return gets().stream()
                .map(path -> {
                    Wire.Reply reply = wire.get(path);
                    assertThat(reply.status()).as(path + reply.body()).isEqualTo(200);
                    return reply.body();
                })
                .toList();
    }

    @Test
    void answersEveryGetAsBefore() throws IOException {
        try (Wire before = new Wire()) {
            before.grant();
            before.protect("disk", Wire.diskProtection());
            before.pass(3 * 24 * 3600);
            List<JsonNode> expected = answers(before);
            assertThat(expected.get(expected.size() - 1).path("value")).isNotEmpty();
            try (Wire after = loaded(state(before))) {
                List<JsonNode> answers = answers(after);
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(answers.get(i)).as(gets().get(i)).isEqualTo(expected.get(i));
                }
                assertThat(after.sandbox.clock().now())
                        .isEqualTo(before.sandbox.clock().now());
            }
        }
    }

    @Test
    void goesOnWithWhatWasUnderWayAndWithTheSchedule() throws IOException {
        try (Wire before = new Wire()) {
            before.grant();
            Wire.Reply accepted = before.protect("disk", Wire.diskProtection());
            String status = accepted.header("Azure-AsyncOperation")
                    .substring(before.sandbox.endpoint().toString().length());
            try (Wire after = loaded(state(before))) {
                assertThat(after.get(status).body().path("status").asText()).isEqualTo("Inprogress");
                after.pass(60);
                assertThat(after.get(status).body().path("status").asText()).isEqualTo("Succeeded");
                assertThat(after.state("disk")).isEqualTo("ProtectionConfigured");
                after.pass(24 * 3600);
                assertThat(after.get(Wire.vault("/backupInstances/disk/recoveryPoints", Wire.NEW))
                                .body()
                                .path("value"))
                        .hasSizeGreaterThan(3);
            }
        }
    }

    private static final String SNAPSHOTS = Wire.OPERATIONS + "/providers/Microsoft.Compute/snapshots";

    private static JsonNode snapshots(Wire wire) {
        return wire.get(SNAPSHOTS + "?api-version=2023-04-02").body().path("value");
    }

    @Test
    void snapshotsOfBackupsAreAsTheyWere() throws IOException {
        try (Wire before = new Wire()) {
            before.grant();
            before.protect("disk", Wire.diskProtection());
            before.pass(24 * 3600);
            int all = snapshots(before).size();
            before.delete(snapshots(before).path(1).path("id").asText() + "?api-version=2023-04-02");
            before.pass(60);
            try (Wire after = loaded(state(before))) {
                assertThat(snapshots(after)).isEqualTo(snapshots(before)).hasSize(all - 1);
                assertThat(state(after)).contains("\"snapshots\": [],");
            }
            before.delete(Wire.DISK + "?api-version=2023-04-02");
            before.pass(60);
            try (Wire after = loaded(state(before))) {
                assertThat(snapshots(after)).isEqualTo(snapshots(before)).hasSize(all - 1);
                assertThat(state(after)).isEqualTo(state(before));
                before.pass(8 * 24 * 3600);
                after.pass(8 * 24 * 3600);
                assertThat(snapshots(after)).isEqualTo(snapshots(before)).hasSizeLessThan(all - 1);
            }
        }
    }

    @Test
    void jobsThatAreNotLikeTheOthersAreAsTheyWere() throws IOException {
        try (Wire before = new Wire()) {
            before.grant();
            before.protect("disk", Wire.diskProtection());
            before.pass(24 * 3600);
            before.post(
                    Wire.instance("disk/backup", Wire.NEW), "{\"backupRuleOptions\":{\"ruleName\":\"BackupHourly\"}}");
            before.pass(3600);
            before.revokeAll();
            before.pass(24 * 3600);
            String list = Wire.vault("/backupJobs", Wire.NEW);
            JsonNode jobs = before.get(list).body();
            assertThat(jobs.findValuesAsText("status")).contains("Failed", "Completed");
            assertThat(jobs.findValuesAsText("isUserTriggered")).contains("true", "false");
            try (Wire after = loaded(state(before))) {
                assertThat(after.get(list).body()).isEqualTo(jobs);
                assertThat(state(after)).isEqualTo(state(before));
            }
        }
    }

    @Test
    void aRoleThatDoesNotActYetActsLater() throws IOException {
        try (Wire before = new Wire()) {
            before.grant();
            before.delete(Wire.DISK
                    + "/providers/Microsoft.Authorization/roleAssignments/11111111-0000-0000-0000-000000000001"
                    + "?api-version=2022-04-01");
            before.assign(Wire.DISK, "11111111-0000-0000-0000-000000000009", Wire.READER, before.principal());
            try (Wire after = loaded(state(before))) {
                assertThat(after.verdict(Wire.diskProtection())).isEqualTo("UserErrorMissingRequiredPermissions");
                after.pass(120);
                assertThat(after.verdict(Wire.diskProtection())).isEqualTo("Succeeded");
            }
        }
    }

    @Test
    void brokenWorldsAreRefusedWithThePlace() throws IOException {
        try (Wire before = new Wire()) {
            String state = state(before);
            assertThatThrownBy(() -> loaded(state.replaceFirst("\"clock\":\"[^\"]*\"", "\"clock\":\"noon\"")))
                    .isInstanceOf(EstateException.class)
                    .hasMessage("world.clock: 'noon' is no time");
        }
    }
}
