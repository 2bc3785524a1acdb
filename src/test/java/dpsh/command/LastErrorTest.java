package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.sandbox.SandboxFaults;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code last}: all that is known of what went wrong, and nothing that is secret. */
class LastErrorTest {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String VALIDATE = "instance validate blob msblobbackup --policy BlobBackup-Policy";

    private final Dpsh dpsh = Dpsh.atSeeds();

    @AfterEach
    void close() {
        dpsh.close();
    }

    private JsonNode lastBehind(String... lines) {
        String[] arguments = new String[lines.length * 2 + 3];
        arguments[0] = "--keep-going";
        for (int at = 0; at < lines.length; at++) {
            arguments[at * 2 + 1] = "-c";
            arguments[at * 2 + 2] = lines[at];
        }
        arguments[lines.length * 2 + 1] = "-c";
        arguments[lines.length * 2 + 2] = "last -o json";
        Ran ran = dpsh.run(arguments);
        try {
            return new ObjectMapper()
                    .readTree(ran.out().substring(ran.out().indexOf("{\n  \"error\"")))
                    .path("error");
        } catch (JsonProcessingException e) {
            throw new AssertionError(ran.toString(), e);
        }
    }

    private void refuse(String body) {
        dpsh.sandbox()
                .faults()
                .next(
                        1,
                        "GET",
                        "/backupVaults$",
                        new SandboxFaults.Respond(
                                403, Map.of("Content-Type", "application/json", "x-ms-request-id", "req-1"), body));
    }

    @Test
    void tellsOfARefusedReadItsRequestAndTheWholeAnswer() {
        refuse("{\"error\":{\"code\":\"Odd\",\"message\":\"no\",\"unheard\":{\"of\":[12345678901234567890]}}}");
        JsonNode error = lastBehind("vault list --subscription 'Backup Operations'");
        assertThat(error.path("line").asText()).isEqualTo("vault list --subscription 'Backup Operations'");
        assertThat(error.path("code").asText()).isEqualTo("Odd");
        assertThat(error.path("when").asText()).matches("\\d{4}-.*Z");
        assertThat(error.path("request").path("method").asText()).isEqualTo("GET");
        assertThat(error.path("request").path("url").asText())
                .startsWith(dpsh.sandbox().endpoint() + "/subscriptions/")
                .endsWith("/backupVaults?api-version=2025-07-01");
        assertThat(error.path("request").path("clientRequestId").asText()).matches(UUID);
        assertThat(error.path("answer").path("status").asInt()).isEqualTo(403);
        assertThat(error.path("answer").path("requestId").asText()).isEqualTo("req-1");
        assertThat(error.path("answer")
                        .path("body")
                        .path("error")
                        .path("unheard")
                        .toString())
                .isEqualTo("{\"of\":[12345678901234567890]}");
        assertThat(error.path("causes")).isEmpty();
    }

    @Test
    void tellsOfAnOperationThatEndedBadlyWhatItsStatusSaid() {
        JsonNode error = lastBehind("use vault testBkpVault", VALIDATE);
        assertThat(error.path("line").asText()).isEqualTo(VALIDATE);
        assertThat(error.path("request").path("method").asText()).isEqualTo("POST");
        assertThat(error.path("request").path("url").asText()).contains("/validateForBackup?api-version=");
        assertThat(error.path("request").path("clientRequestId").asText()).matches(UUID);
        JsonNode body = error.path("answer").path("body");
        assertThat(body.path("status").asText()).isEqualTo("Failed");
        assertThat(body.findValue("DetailedNonLocalisedMessage").asText()).startsWith("Validate for Protection failed");
    }

    @Test
    void tellsTheSameInWordsWithTheAnswerIndented() {
        Ran ran = dpsh.run("--keep-going", "-c", "use vault testBkpVault", "-c", VALIDATE, "-c", "last");
        assertThat(ran.out())
                .contains("line              " + VALIDATE + "\n", "the request\n  sent            POST http://")
                .containsPattern("client request  " + UUID)
                .containsPattern("request ID      " + UUID)
                .contains("  body            {\n                    \"id\": \"/subscriptions/")
                .contains("                              \"DetailedNonLocalisedMessage\": \"Validate");
    }

    @Test
    void tellsTheChainOfCausesWhereNothingCameBack() {
        dpsh.sandbox().faults().always("GET", ".", new SandboxFaults.Reset(false));
        JsonNode error = lastBehind("vault list");
        assertThat(error.path("code").asText()).isEqualTo("transport");
        assertThat(error.path("request").path("clientRequestId").asText()).matches(UUID);
        assertThat(error.path("answer").isNull()).isTrue();
        assertThat(error.path("causes").size()).isGreaterThan(1);
    }

    /** Law 1. Red when {@code Answered} keeps what it is given as it is. */
    @Test
    void neverTellsATokenOrASignature() {
        String token = "eyJhbGciOiJub25lIn0.eyJvaWQiOiJ4In0.c2lnbmF0dXJl";
        refuse("{\"error\":{\"code\":\"Odd\",\"message\":\"Bearer " + token + " at"
                + " https:\\/\\/x.test\\/status?t=638&c=MIIH&s=QQQQ&h=RRRR and ?sv=1&sig=SSSS%3D\"}}");
        Ran ran = dpsh.run(
                "--keep-going",
                "-c",
                "vault list --subscription 'Backup Operations' --query \"[?id=='https://x.test/?sig=SSSS']\"",
                "-c",
                "last",
                "-c",
                "last -o json");
        assertThat(ran.out()).contains("\"code\": \"Odd\"").doesNotContain("eyJ", "MIIH", "QQQQ", "RRRR", "SSSS");
    }

    @Test
    void ofALineThatCannotBeReadItTellsTheLineOrNone() {
        assertThat(lastBehind("vault lits").path("line").asText()).isEqualTo("vault lits");
        assertThat(lastBehind("vault list", "vault list 'open").path("line").isNull())
                .isTrue();
        assertThat(lastBehind("vault lits").path("request").isNull()).isTrue();
    }
}
