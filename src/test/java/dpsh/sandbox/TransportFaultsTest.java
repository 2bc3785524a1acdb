package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults that only the owner of a socket can make, through the relay. */
class TransportFaultsTest {
    private static final String LIST = Wire.vault("/backupPolicies", Wire.NEW);

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    private Wire.Reply put() throws IOException {
        return wire.exchange(
                "PUT", Wire.instance("one", Wire.NEW), "{\"properties\":" + Wire.diskProtection() + "}", Map.of());
    }

    /** What comes back on a bare socket. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", wire.sandbox.endpoint().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void relayPassesAWholeConversation() throws IOException {
        wire.grant();
        Wire.Reply created = put();
        wire.pass(31);

        assertThat(created.header("Azure-AsyncOperation"))
                .startsWith(wire.sandbox.endpoint().toString());
        assertThat(wire.state("one")).isEqualTo("ProtectionConfigured");
        assertThat(wire.send("HEAD", Wire.SNAPSHOTS + "?api-version=2021-04-01", null, Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(wire.delete(Wire.instance("none", Wire.NEW)).status()).isEqualTo(204);
        assertThat(wire.get(LIST).body().path("value")).hasSize(5);
    }

    @Test
    void relayPassesChunkedRequests() throws Exception {
        byte[] body = ("{\"backupInstance\":" + Wire.diskProtection() + "}").getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        wire.sandbox.endpoint().resolve(Wire.vault("/validateForBackup", Wire.NEW)))
                .header("Authorization", "Bearer x")
                .POST(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(body)))
                .build();

        int status = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();

        assertThat(status).isEqualTo(202);
    }

    @Test
    void callerThatWaitsForLeaveToSendItsBodyGetsIt() throws IOException {
        String body = "{\"backupInstance\":" + Wire.diskProtection() + "}";
        String head = "POST " + Wire.vault("/validateForBackup", Wire.NEW) + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer x\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", wire.sandbox.endpoint().getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            HttpBytes answers = new HttpBytes(socket.getInputStream());
            assertThat(answers.head()).startsWith("HTTP/1.1 100 ");
            socket.getOutputStream().write(body.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(answers.head()).startsWith("HTTP/1.1 202 ");
        }
    }

    @Test
    void oldCallersSeeTheConnectionEnd() throws IOException {
        assertThat(raw("GET /subscriptions HTTP/1.0\r\nHost: localhost\r\n\r\n"))
                .contains("401");
    }

    @Test
    void connectionIsResetBeforeTheRequestIsHandled() {
        wire.sandbox.faults().next(1, "PUT", "backupInstances", new SandboxFaults.Reset(false));

        assertThatThrownBy(this::put).isInstanceOf(IOException.class);
        assertThat(wire.get(Wire.instance("one", Wire.NEW)).status()).isEqualTo(404);
    }

    @Test
    void connectionIsResetAfterTheRequestIsHandled() {
        wire.sandbox.faults().next(1, "PUT", "backupInstances", new SandboxFaults.Reset(true));

        assertThatThrownBy(this::put).isInstanceOf(IOException.class);
        assertThat(wire.get(Wire.instance("one", Wire.NEW)).status()).isEqualTo(200);
    }

    @Test
    void resetIsARealReset() {
        wire.sandbox.faults().always("GET", ".", new SandboxFaults.Reset(false));

        assertThatThrownBy(() -> raw("GET /subscriptions HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .isInstanceOf(SocketException.class);
    }

    @Test
    void garbageIsAllThatComesBack() throws IOException {
        wire.sandbox.faults().next(1, "GET", "/subscriptions", new SandboxFaults.Garbage("\u0000not http"));

        assertThat(raw("GET /subscriptions HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .isEqualTo("\u0000not http");
    }

    @Test
    void bodyThatBreaksOffBreaksOffBehindTheRelayToo() {
        wire.sandbox.faults().always("GET", ".", new SandboxFaults.Truncate(20));

        assertThatThrownBy(() -> wire.exchange("GET", LIST, null, Map.of())).isInstanceOf(IOException.class);
    }

    @Test
    void withoutARelaySuchFaultsCannotBeOrdered() {
        try (Sandbox plain = Sandbox.start(Wire.options().withoutTransportFaults())) {
            assertThatThrownBy(() -> plain.faults().next(1, "GET", ".", new SandboxFaults.Reset(true)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
