package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlDoorTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    private Wire.Reply post(String path, String body) {
        return wire.send("POST", path, body, JSON);
    }

    /** The status of a request as these bytes. */
    private String raw(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", wire.sandbox.endpoint().getPort())) {
            socket.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.split(" ", 3)[1];
        }
    }

    @Test
    void tellsHowManyRequestsCameAndHowManyWereTurnedAway() {
        try (Wire full = new Wire()) {
            full.get(Wire.VAULT + "?api-version=" + Wire.NEW);
            for (int i = 0; i < 203; i++) {
                full.delete(Wire.vault("/backupInstances/none", Wire.NEW));
            }

            JsonNode requests = full.get("/_sandbox").body().path("requests");

            assertThat(requests.path("read").asInt()).isEqualTo(1);
            assertThat(requests.path("write").asInt()).isZero();
            assertThat(requests.path("delete").asInt()).isEqualTo(200);
            assertThat(requests.path("throttled").asInt()).isEqualTo(3);
            assertThat(requests.path("lastThrottled").asText())
                    .isEqualTo(full.sandbox.clock().now().toString());
        }
    }

    @Test
    void tellsWhatThisSandboxIs() {
        wire.sandbox.faults().add("status 500 on=listVaults");

        JsonNode status = wire.get("/_sandbox").body();

        assertThat(status.path("endpoint").asText())
                .isEqualTo(wire.sandbox.endpoint().toString());
        assertThat(status.path("version").asText()).isNotEmpty();
        assertThat(Instant.parse(status.path("time").asText()))
                .isEqualTo(wire.sandbox.clock().now());
        assertThat(status.path("speed").asDouble()).isZero();
        assertThat(status.path("faults").path(0).path("line").asText()).isEqualTo("status 500 on=listVaults");
        assertThat(status.path("estate").path("backupPolicies").asInt()).isGreaterThan(1);
        int instances = status.path("estate").path("backupInstances").asInt();
        wire.protect("one", Wire.diskProtection());
        assertThat(wire.get("/_sandbox")
                        .body()
                        .path("estate")
                        .path("backupInstances")
                        .asInt())
                .isEqualTo(instances + 1);
    }

    @Test
    void clockJumpsAhead() {
        Instant before = wire.sandbox.clock().now();

        JsonNode after =
                post("/_sandbox/clock/advance", "{\"duration\":\"P1DT2H\"}").body();

        assertThat(Instant.parse(after.path("time").asText())).isEqualTo(before.plus(Duration.ofHours(26)));
        assertThat(wire.get("/_sandbox/clock").body()).isEqualTo(after);
    }

    @Test
    void faultsAreOrderedListedAndCleared() {
        JsonNode first =
                post("/_sandbox/faults", "{\"line\":\"Status 503 times=2\"}").body();
        Wire.Reply second = post("/_sandbox/faults", "{\"line\":\"slow 5s on=putVault\"}");

        assertThat(second.status()).isEqualTo(201);
        assertThat(first).isEqualTo(Wire.json("{\"id\":\"1\",\"line\":\"status 503 times=2\",\"fired\":0}"));
        wire.get(Wire.vault("", Wire.NEW));
        assertThat(wire.get("/_sandbox/faults").body())
                .isEqualTo(Wire.json("{\"value\":[{\"id\":\"1\",\"line\":\"status 503 times=2\",\"fired\":1},"
                        + "{\"id\":\"2\",\"line\":\"slow PT5S on=putVault\",\"fired\":0}]}"));
        assertThat(wire.delete("/_sandbox/faults/1").body()).isEqualTo(Wire.json("{\"cleared\":1}"));
        assertThat(wire.delete("/_sandbox/faults/1").status()).isEqualTo(404);
        assertThat(wire.delete("/_sandbox/faults").body()).isEqualTo(Wire.json("{\"cleared\":1}"));
        assertThat(wire.get("/_sandbox/faults").body()).isEqualTo(Wire.json("{\"value\":[]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/_sandbox/clock/advance | {} | needs \"duration\"",
                "/_sandbox/clock/advance | {\"duration\":\"soon\"} | 'soon' is no duration",
                "/_sandbox/clock/advance | {\"duration\":\"-PT1S\"} | no duration between",
                "/_sandbox/faults | {\"line\":5} | needs \"line\"",
                "/_sandbox/faults | {\"line\":\"explode\"} | no kind of fault",
                "/_sandbox/faults | [] | Expected a JSON object",
            })
    void wrongBodiesAreExplained(String path, String body, String message) {
        Wire.Reply reply = post(path, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().path("error").path("message").asText()).contains(message);
    }

    @Test
    void webPagesAndOtherNamesStayOutside() throws IOException {
        String body = "{\"duration\":\"PT1S\"}";

        assertThat(wire.send("POST", "/_sandbox/clock/advance", body, Map.of("Content-Type", "text/plain"))
                        .status())
                .isEqualTo(415);
        assertThat(wire.send(
                                "POST",
                                "/_sandbox/clock/advance",
                                body,
                                Map.of("Content-Type", "application/json", "Origin", "http://127.0.0.1:1"))
                        .status())
                .isEqualTo(403);
        assertThat(raw("GET /_sandbox HTTP/1.1\r\nHost: rebound.example")).isEqualTo("403");
        assertThat(raw("GET /_sandbox HTTP/1.1\r\nHost: localhost:8080")).isEqualTo("200");
        assertThat(raw("GET /_sandbox HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: cross-site"))
                .isEqualTo("403");
        assertThat(wire.get("/_sandbox").raw().headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    }

    @Test
    void doorSuffersNothingAndTakesNothing() throws IOException {
        wire.sandbox.faults().add("storm 429");

        assertThat(raw("GET /_sandbox/clock HTTP/1.1\r\nHost: 127.0.0.1"))
                .as("without a token")
                .isEqualTo("200");
        wire.sandbox.faults().clear();
        assertThat(wire.get(Wire.vault("", Wire.NEW)).header("x-ms-ratelimit-remaining-subscription-resource-requests"))
                .isEqualTo("249");
        assertThat(wire.get("/_sandbox/nothing").status()).isEqualTo(404);
        assertThat(wire.delete("/_sandbox/clock").status()).isEqualTo(405);
        assertThat(wire.get("/_SANDBOX").status()).as("not the door").isEqualTo(400);
    }
}
