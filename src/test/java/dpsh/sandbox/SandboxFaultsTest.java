package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxFaultsTest {
    private static final String LIST = Wire.vault("/backupPolicies", Wire.NEW);

    private final Wire wire = new Wire();
    private final SandboxFaults faults = wire.sandbox.faults();

    @AfterEach
    void close() {
        wire.close();
    }

    private Wire.Reply put() throws IOException {
        return wire.exchange(
                "PUT", Wire.instance("one", Wire.NEW), "{\"properties\":" + Wire.diskProtection() + "}", Map.of());
    }

    @Test
    void orderedAnswerComesAsOftenAsOrderedAndOnlyWhereItMatches() {
        faults.next(
                2,
                "GET",
                "/backupPolicies$",
                new SandboxFaults.Respond(
                        503, Map.of("Retry-After", "7", "Content-Type", "text/html"), "<html>busy</html>"));

        assertThat(wire.get(Wire.vault("", Wire.NEW)).status()).isEqualTo(200);
        for (int i = 0; i < 2; i++) {
            Wire.Reply busy = wire.follow(wire.sandbox.endpoint() + LIST);
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.header("Retry-After")).isEqualTo("7");
        }
        assertThat(wire.get(LIST).status()).isEqualTo(200);
    }

    @Test
    void clearForgets() {
        faults.always("*", ".", new SandboxFaults.Respond(500, Map.of(), "{}"));
        assertThat(wire.get(LIST).status()).isEqualTo(500);

        faults.clear();

        assertThat(wire.get(LIST).status()).isEqualTo(200);
    }

    @Test
    void droppedRequestDoesNotHappen() {
        faults.next(1, "PUT", "backupInstances", new SandboxFaults.DropRequest());

        assertThatThrownBy(this::put).isInstanceOf(IOException.class);
        assertThat(wire.get(Wire.instance("one", Wire.NEW)).status()).isEqualTo(404);
    }

    @Test
    void lostAnswerLeavesTheRequestDone() {
        faults.next(1, "PUT", "backupInstances", new SandboxFaults.LoseAnswer());

        assertThatThrownBy(this::put).isInstanceOf(IOException.class);
        assertThat(wire.get(Wire.instance("one", Wire.NEW)).status()).isEqualTo(200);
    }

    @Test
    void truncatedBodyBreaksOff() {
        faults.next(1, "GET", ".", new SandboxFaults.Truncate(20));

        assertThatThrownBy(() -> wire.exchange("GET", LIST, null, Map.of())).isInstanceOf(IOException.class);
        assertThat(wire.get(LIST).status()).isEqualTo(200);
    }

    @Test
    void rewrittenHeadersReplaceTheServices() throws IOException {
        faults.next(
                1,
                "PUT",
                ".",
                new SandboxFaults.Rewrite(Map.of("azure-asyncoperation", "https://elsewhere.example/operations/1")));

        Wire.Reply created = put();

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.raw().headers().allValues("Azure-AsyncOperation"))
                .containsExactly("https://elsewhere.example/operations/1");
        assertThat(wire.get(Wire.instance("one", Wire.NEW)).status()).isEqualTo(200);
    }

    @Test
    void delayIsServiceTimeAndHoldsUpNobodyElse() {
        faults.next(1, "GET", "/backupPolicies$", new SandboxFaults.Delay(Duration.ofMinutes(10)));
        CompletableFuture<Integer> delayed =
                CompletableFuture.supplyAsync(() -> wire.get(LIST).status());

        assertThat(wire.get(Wire.vault("", Wire.NEW)).status()).isEqualTo(200);
        assertThat(delayed).isNotDone();
        while (!delayed.isDone()) {
            wire.pass(60);
            Thread.onSpinWait();
        }

        assertThat(delayed.join()).isEqualTo(200);
    }

    @Test
    void silenceLastsUntilTheSandboxCloses() {
        faults.next(1, "GET", "/backupPolicies$", new SandboxFaults.Silence());
        CompletableFuture<Wire.Reply> silent = CompletableFuture.supplyAsync(() -> wire.get(LIST));

        assertThat(wire.get(Wire.vault("", Wire.NEW)).status()).isEqualTo(200);
        assertThat(silent).isNotDone();
        wire.close();

        assertThatThrownBy(silent::join).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void faultHappensAtLeastOnce() {
        assertThatThrownBy(() -> faults.next(0, "GET", ".", new SandboxFaults.Silence()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
