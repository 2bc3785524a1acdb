package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sends recorded requests of the real service to a world with the recording's names: same status, headers, body. */
class RecordedConversationTest {
    private static final String GROUP =
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/clitest-dpp-rg";
    private static final String VAULT =
            GROUP + "/providers/Microsoft.DataProtection/backupVaults/clitest-bkp-vault-donotdelete";
    private static final String DISK = GROUP + "/providers/Microsoft.Compute/disks/clitest-disk-donotdelete";
    private static final String ACCOUNT = GROUP + "/providers/Microsoft.Storage/storageAccounts/clitestsadonotdelete";
    private static final String VERSION = "?api-version=2025-07-01";
    private static final String DISK_INSTANCE = VAULT
            + "/backupInstances/clitest-disk-donotdelete-clitest-disk-donotdelete-b7e6f082-b310-11eb-8f55-9cfce85d4fa1"
            + VERSION;
    private static final String BLOB_INSTANCE =
            VAULT + "/backupInstances/clitestsadonotdelete-clitestsadonotdelete-b7e6f082-b310-11eb-8f55-9cfce85d4fa1"
                    + VERSION;

    private final JsonNode recorded = Wire.resource("recorded-2025-07-01.json").path("exchanges");
    private final Wire wire = Wire.in(SandboxEstate.empty("aaaabbbb-0000-cccc-1111-dddd2222eeee")
            .group(GROUP, "centraluseuap")
            .vault(VAULT, "centraluseuap")
            .diskPolicy(VAULT, "diskpolicy", "PT4H", "P7D")
            .vaultedBlobPolicy(VAULT, "blobpolicy", "P7D")
            .disk(DISK, "centraluseuap", "Premium_LRS", 4, Map.of())
            .account(ACCOUNT, "centraluseuap", false, Map.of())
            .role(DISK, "Disk Backup Reader", VAULT)
            .role(GROUP, "Disk Snapshot Contributor", VAULT)
            .role(ACCOUNT, "Storage Account Backup Contributor", VAULT));

    @AfterEach
    void close() {
        wire.close();
    }

    /** Sends the recorded body and compares status, the headers that matter, and the body. */
    private Wire.Reply replay(String exchange, String url) {
        JsonNode expected = recorded.path(exchange);
        assertThat(expected.isObject()).as(exchange).isTrue();
        JsonNode body = expected.path("request");
        Wire.Reply reply =
                wire.send(expected.path("method").asText(), url, body.isObject() ? body.toString() : null, Map.of());
        assertThat(reply.status())
                .as(exchange)
                .isEqualTo(expected.path("status").asInt());
        List<String> headers = reply.raw().headers().map().keySet().stream()
                .map(String::toLowerCase)
                .filter(List.of("azure-asyncoperation", "content-type", "location")::contains)
                .sorted()
                .toList();
        assertThat(Wire.json("[\"" + String.join("\",\"", headers) + "\"]"))
                .as(exchange)
                .isEqualTo(expected.path("headers").isEmpty() ? Wire.json("[\"\"]") : expected.path("headers"));
        if (expected.path("response").isNull()) {
            assertThat(reply.raw().body()).as(exchange).isEmpty();
        } else {
            assertThat(blanked(reply.body()).toString())
                    .as(exchange)
                    .isEqualTo(blanked(expected.path("response")).toString());
        }
        return reply;
    }

    /** What differs by nature: an operation's name and times. */
    private static JsonNode blanked(JsonNode body) {
        if (body instanceof ObjectNode object && object.has("startTime")) {
            ObjectNode copy = object.deepCopy();
            copy.put("id", copy.path("id").asText().replaceFirst("[^/]+$", "")).put("name", "");
            copy.put(
                    "startTime",
                    copy.path("startTime").asText().replaceAll("\\d", "9").length() > 20 ? "precise" : "");
            copy.put("endTime", copy.path("endTime").asText().replaceFirst("^2.*(T).*", "$1"));
            return copy;
        }
        return body;
    }

    @Test
    void diskIsValidatedProtectedListedAndDeleted() {
        replay("disk-delete-absent", DISK_INSTANCE);
        Wire.Reply validation = replay("disk-validate", VAULT + "/validateForBackup" + VERSION);
        replay("disk-status-running", validation.header("Azure-AsyncOperation"));
        wire.pass(40);
        replay("disk-status-succeeded", validation.header("Azure-AsyncOperation"));
        replay("disk-validate-result", validation.header("Location"));
        replay("disk-put", DISK_INSTANCE);
        wire.pass(1);
        replay("disk-get-after-operation", DISK_INSTANCE);
        replay("disk-list", VAULT + "/backupInstances" + VERSION);
        wire.pass(30);
        replay("disk-get-configured", DISK_INSTANCE);
        replay("disk-delete", DISK_INSTANCE);
    }

    @Test
    void blobWithContainersIsConfiguredInline() {
        Wire.Reply accepted = replay("blob-put-with-containers", BLOB_INSTANCE);
        assertThat(accepted.header("Location")).contains("/backupInstances/").contains("/operationResults/");
        assertThat(wire.follow(accepted.header("Location")).status()).isEqualTo(202);
        wire.pass(22);
        replay("blob-put-result", accepted.header("Location"));
    }

    @Test
    void operationUrlsLookLikeTheRecordedOnes() {
        JsonNode body = recorded.path("disk-validate").path("request");
        Wire.Reply accepted = wire.post(VAULT + "/validateForBackup" + VERSION, body.toString());

        String status = accepted.header("Azure-AsyncOperation");
        assertThat(status)
                .startsWith(wire.sandbox.endpoint() + VAULT + "/operationStatus/")
                .matches(
                        ".*/[A-Za-z0-9]+==\\?api-version=2025-07-01&t=\\d{18}&c=MII[\\w-]+&s=[\\w-]{342}&h=[\\w-]{43}");
        assertThat(status.length()).isBetween(3200, 3500);
        assertThat(accepted.header("Location")).contains("/locations/centraluseuap/operationResults/");
        assertThat(accepted.header("x-ms-ratelimit-remaining-subscription-writes"))
                .isEqualTo("199");
        assertThat(wire.follow(status).header("x-ms-ratelimit-remaining-subscription-resource-requests"))
                .isEqualTo("249");
        assertThat(wire.follow(status).header("Retry-After")).isEmpty();
    }

    @Test
    void finalResultStillCarriesStaleHeaders() {
        JsonNode body = recorded.path("disk-validate").path("request");
        Wire.Reply accepted = wire.post(VAULT + "/validateForBackup" + VERSION, body.toString());
        wire.pass(40);

        Wire.Reply result = wire.follow(accepted.header("Location"));

        assertThat(result.header("Retry-After")).isEqualTo("30");
        assertThat(result.header("Azure-AsyncOperation")).contains("/locations/centraluseuap/operationStatus/");
    }
}
