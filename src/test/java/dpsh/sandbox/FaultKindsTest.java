package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each kind of the fault language, over real sockets. */
class FaultKindsTest {
    private static final String POLICIES = Wire.vault("/backupPolicies", Wire.NEW);
    private static final String INSTANCES = Wire.vault("/backupInstances", Wire.NEW);
    private static final String ONE = Wire.instance("one", Wire.NEW);

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    private void order(String line) {
        wire.sandbox.faults().add(line);
    }

    private Wire.Reply put() throws IOException {
        return wire.exchange("PUT", ONE, "{\"properties\":" + Wire.diskProtection() + "}", Map.of());
    }

    /** All that comes back on a bare socket, as far as it comes. */
    private String raw(String target, StringBuilder heard) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", wire.sandbox.endpoint().getPort())) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer x\r\n"
                    + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                heard.append((char) next);
            }
            return heard.toString();
        }
    }

    @Test
    void statusIsInArmsEnvelopeWithTheHeadersOfEveryAnswer() {
        order("status 503 method=GET every=2 retry-after=4");

        assertThat(wire.get(POLICIES).status()).isEqualTo(200);
        Wire.Reply busy = wire.get(POLICIES);
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.errorCode()).isEqualTo("ServiceUnavailable");
        assertThat(busy.header("Retry-After")).isEqualTo("4");
        assertThat(busy.header("x-ms-request-id")).isNotEmpty();
        assertThat(wire.get(POLICIES).status()).isEqualTo(200);
        assertThat(wire.get(POLICIES).status()).isEqualTo(503);
    }

    @Test
    void stormEndsWithItsTime() {
        order("storm 429 for=PT2M retry-after=17");

        for (int i = 0; i < 3; i++) {
            Wire.Reply refused = wire.get(POLICIES);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.errorCode()).isEqualTo("SubscriptionRequestsThrottled");
            assertThat(refused.header("Retry-After")).isEqualTo("17");
        }
        wire.pass(120);
        assertThat(wire.get(POLICIES).status()).isEqualTo(200);
        assertThat(wire.sandbox.faults().list()).isEmpty();
    }

    @Test
    void resetBeforeTheRequestLeavesNothingDone() throws IOException {
        order("reset before-request method=PUT times=1");

        assertThatThrownBy(this::put).isInstanceOf(IOException.class);
        assertThat(wire.get(ONE).status()).isEqualTo(404);
        assertThat(put().status()).isEqualTo(201);
    }

    @Test
    void resetBeforeTheHeadersLeavesTheRequestDone() {
        order("reset on=putInstance times=1");

        assertThatThrownBy(this::put).isInstanceOf(IOException.class);
        assertThat(wire.get(ONE).status()).isEqualTo(200);
    }

    @Test
    void resetInTheBodyComesAfterSoManyBytes() {
        order("reset in-body after=10 times=1");
        StringBuilder heard = new StringBuilder();

        assertThatThrownBy(() -> raw(POLICIES, heard)).isInstanceOf(SocketException.class);
        String text = heard.toString();
        assertThat(text.substring(text.indexOf("\r\n\r\n") + 4)).hasSizeLessThanOrEqualTo(10);
        assertThat(text).doesNotContainIgnoringCase("sandbox-relay");
        assertThat(wire.get(POLICIES).status()).isEqualTo(200);
    }

    @Test
    void closeIsNoReset() throws IOException {
        order("close before-request path=backupPolicies times=1");
        order("close method=PUT times=1");

        assertThat(raw(POLICIES, new StringBuilder())).isEmpty();
        assertThatThrownBy(this::put).isInstanceOf(IOException.class);
        assertThat(wire.get(ONE).status()).isEqualTo(200);
    }

    @Test
    void truncatedBodyIsShorterThanItSays() throws IOException {
        order("truncate bytes=50 times=1");

        String answer = raw(POLICIES, new StringBuilder());

        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).hasSize(50);
        assertThat(wire.get(POLICIES).status()).isEqualTo(200);
    }

    @Test
    void garbageIsAllThatComesBack() throws IOException {
        order("garbage text=\"not http\" times=1");

        assertThat(raw(POLICIES, new StringBuilder())).isEqualTo("not http");
        assertThat(wire.get(POLICIES).status()).isEqualTo(200);
    }

    @Test
    void htmlComesFromNoServiceOfOurs() {
        order("html status=502 times=1");

        Wire.Reply reply = wire.get(POLICIES);

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.header("Content-Type")).isEqualTo("text/html");
        assertThat(reply.raw().body()).startsWith("<html>");
        assertThat(reply.header("x-ms-request-id")).isEmpty();
    }

    @Test
    void lengthIsWrongBySoMuch() throws IOException {
        int real = wire.get(POLICIES).raw().body().length();
        order("length +10 times=1");
        order("length -10 times=1");

        assertThat(raw(POLICIES, new StringBuilder())).containsIgnoringCase("content-length: " + (real + 10));
        assertThat(raw(POLICIES, new StringBuilder())).containsIgnoringCase("content-length: " + (real - 10));
        order("length +10 times=1");
        assertThatThrownBy(() -> wire.exchange("GET", POLICIES, null, Map.of())).isInstanceOf(IOException.class);
    }

    @Test
    void slowAnswersTakeServiceTime() {
        order("slow PT5S times=1");
        CompletableFuture<Integer> slow =
                CompletableFuture.supplyAsync(() -> wire.get(POLICIES).status());

        while (!wire.sandbox.faults().list().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(slow).isNotDone();
        while (!slow.isDone()) {
            wire.pass(5);
            Thread.onSpinWait();
        }
        assertThat(slow.join()).isEqualTo(200);
    }

    @Test
    void silenceLastsUntilTheSandboxCloses() {
        order("silence times=1");
        CompletableFuture<Wire.Reply> silent = CompletableFuture.supplyAsync(() -> wire.get(POLICIES));
        while (!wire.sandbox.faults().list().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(wire.get(POLICIES).status()).isEqualTo(200);
        assertThat(silent).isNotDone();
        wire.close();

        assertThatThrownBy(silent::join).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void duplicateIsDeliveredTwice() throws IOException {
        order("duplicate on=putRoleAssignment times=1");
        Wire.Reply second =
                wire.assign(Wire.DISK, "11111111-0000-0000-0000-000000000001", Wire.READER, wire.principal());
        order("duplicate answer=first on=putInstance times=1");
        Wire.Reply first = put();

        assertThat(second.status()).as("the first made it").isNotEqualTo(201);
        assertThat(first.status()).isEqualTo(201);
        assertThat(wire.get(ONE).status()).isEqualTo(200);
    }

    @Test
    void listsLagBehindWhatWasMadeAndDeleted() throws IOException {
        wire.grant();
        order("list-lag PT30S");
        put();

        assertThat(wire.get(ONE).status()).isEqualTo(200);
        assertThat(wire.get(INSTANCES).body().path("value")).isEmpty();
        wire.pass(31);
        assertThat(wire.get(INSTANCES).body().path("value")).hasSize(1);

        wire.delete(ONE);
        wire.pass(46);
        assertThat(wire.get(ONE).status()).isEqualTo(404);
        assertThat(wire.get(INSTANCES).body().path("value")).hasSize(1);
        wire.pass(30);
        assertThat(wire.get(INSTANCES).body().path("value")).isEmpty();
    }

    @Test
    void lagOfListsEndsWhenItIsCleared() throws IOException {
        order("list-lag PT30S");
        put();
        assertThat(wire.get(INSTANCES).body().path("value")).isEmpty();

        wire.sandbox.faults().clear();

        assertThat(wire.get(INSTANCES).body().path("value")).hasSize(1);
    }

    @Test
    void rolesLagAsLongAsOrdered() {
        order("role-lag PT10M");
        wire.assign(Wire.DISK, "11111111-0000-0000-0000-000000000001", Wire.READER, wire.principal());
        wire.assign(
                Wire.SNAPSHOTS, "11111111-0000-0000-0000-000000000002", Wire.SNAPSHOT_CONTRIBUTOR, wire.principal());

        wire.pass(500);
        assertThat(wire.verdict(Wire.diskProtection())).isEqualTo("UserErrorMissingRequiredPermissions");
        wire.pass(100);
        assertThat(wire.verdict(Wire.diskProtection())).isEqualTo("Succeeded");
    }

    @Test
    void tokensLiveAsShortAsOrdered() {
        long now = java.time.Instant.now().getEpochSecond();
        Map<String, String> old = Map.of("Authorization", "Bearer " + token(now - 400, now + 3600));
        Map<String, String> young = Map.of("Authorization", "Bearer " + token(now, now + 3600));
        assertThat(wire.send("GET", POLICIES, null, old).status()).isEqualTo(200);

        order("token-life PT5M");

        Wire.Reply refused = wire.send("GET", POLICIES, null, old);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.errorCode()).isEqualTo("ExpiredAuthenticationToken");
        assertThat(wire.send("GET", POLICIES, null, young).status()).isEqualTo(200);
        assertThat(wire.get(POLICIES).status()).as("no JWT, no age").isEqualTo(200);
    }

    private static String token(long iat, long exp) {
        String claims = "{\"oid\":\"22222222-0000-0000-0000-000000000001\",\"iat\":" + iat + ",\"exp\":" + exp + "}";
        return "e30."
                + java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".";
    }

    @Test
    void foreignPointersLeaveTheOrigin() throws IOException {
        order("foreign nextLink host=evil.example times=1");
        order("foreign azure-asyncoperation host=evil.example:8443 on=putInstance times=1");
        order("foreign location host=evil.example times=1");
        order("foreign redirect host=evil.example on=getVault times=1");

        assertThat(wire.get(POLICIES).body().path("nextLink").asText()).startsWith("https://evil.example" + Wire.VAULT);
        assertThat(wire.get(POLICIES).body().has("nextLink")).isFalse();
        assertThat(put().header("Azure-AsyncOperation")).startsWith("https://evil.example:8443" + Wire.VAULT);
        Wire.Reply validating = wire.validate(Wire.diskProtection(
                Wire.OPERATIONS + "/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/other",
                "DiskBackup-Policy",
                Wire.SNAPSHOTS));
        assertThat(validating.header("Location")).startsWith("https://evil.example/subscriptions/");
        assertThat(validating.header("Azure-AsyncOperation"))
                .startsWith(wire.sandbox.endpoint().toString());
        Wire.Reply redirected = wire.get(Wire.vault("", Wire.NEW));
        assertThat(redirected.status()).isEqualTo(307);
        assertThat(redirected.header("Location")).isEqualTo("https://evil.example" + Wire.vault("", Wire.NEW));
    }

    @Test
    void failedCreationShowsInTheInstanceAndFailedDeletionLeavesIt() throws IOException {
        wire.grant();
        order("code UserErrorManagedDiskNotFound on=putInstance times=1");
        put();
        wire.pass(60);
        JsonNode failed = wire.get(ONE).body().path("properties");
        assertThat(failed.path("currentProtectionState").asText()).isEqualTo("ConfiguringProtectionFailed");
        assertThat(failed.path("protectionErrorDetails").path("code").asText())
                .isEqualTo("UserErrorManagedDiskNotFound");
        put();
        wire.pass(60);
        assertThat(wire.state("one")).isEqualTo("ProtectionConfigured");

        order("code CloudInternalError on=deleteInstance times=1");
        Wire.Reply deleting = wire.delete(ONE);
        wire.pass(60);

        assertThat(wire.follow(deleting.header("Azure-AsyncOperation"))
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("Failed");
        assertThat(wire.state("one")).isEqualTo("ProtectionConfigured");
        wire.delete(ONE);
        wire.pass(60);
        assertThat(wire.get(ONE).status()).isEqualTo(404);
    }

    @Test
    void headerOrdersForItsRequestAlone() throws IOException {
        Map<String, String> header = Map.of("x-dpsh-sandbox-fault", "status 500");

        assertThat(wire.send("GET", POLICIES, null, header).status()).isEqualTo(500);
        assertThat(wire.get(POLICIES).status()).isEqualTo(200);
        assertThatThrownBy(() ->
                        wire.exchange("GET", POLICIES, null, Map.of("x-dpsh-sandbox-fault", "reset before-headers")))
                .isInstanceOf(IOException.class);
        Wire.Reply wrong = wire.send("GET", POLICIES, null, Map.of("x-dpsh-sandbox-fault", "explode"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.errorCode()).isEqualTo("InvalidSandboxFault");
        assertThat(wrong.body().path("error").path("message").asText()).contains("'explode' is no kind of fault");
        assertThat(wire.send("GET", POLICIES, null, Map.of("x-dpsh-sandbox-fault", "list-lag 1m"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void faultsFromTheStartAreInForceWhenItAnswers() {
        try (Wire faulty = new Wire(Wire.options().withFaults(List.of("status 500 times=1", "storm for=1m")))) {
            assertThat(faulty.get(POLICIES).status()).isEqualTo(500);
            assertThat(faulty.get(POLICIES).status()).isEqualTo(429);
        }
        assertThatThrownBy(() -> Sandbox.start(Wire.options().withFaults(List.of("silence", "explode"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'explode': 'explode' is no kind of fault");
    }

    @Test
    void sameSeedMakesTheSameWorld() throws IOException {
        assertThat(traces(5L)).isEqualTo(traces(5L)).isNotEqualTo(traces(6L));
    }

    private static List<String> traces(long seed) throws IOException {
        try (Wire seeded = new Wire(Wire.options().withSeed(seed))) {
            seeded.sandbox.faults().add("status 500 method=GET probability=0.5");
            Wire.Reply put = seeded.exchange("PUT", ONE, "{\"properties\":" + Wire.diskProtection() + "}", Map.of());
            String operation =
                    java.net.URI.create(put.header("Azure-AsyncOperation")).getPath();
            StringBuilder statuses = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                statuses.append(seeded.get(POLICIES).status()).append(' ');
            }
            return List.of(operation, put.header("x-ms-request-id"), statuses.toString());
        }
    }
}
