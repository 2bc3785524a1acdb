package dpsh.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.InProcess;
import dpsh.arm.DpshException;
import dpsh.backup.Outcome;
import dpsh.client.ClientBench;
import dpsh.client.Operation;
import dpsh.client.ScriptedArm;
import dpsh.sandbox.SandboxFaults;
import dpsh.store.OperationState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 7: the service's waits are honoured. Waits between attempts at one request are {@code dpsh.rest.ExchangeRetryTest}'s.
 *
 * <p>Red, each tried: {@code Operation} with a {@code nextLook} of now; {@code Operation.look} without its {@code early};
 * {@code Meter.hold} doing nothing; {@code Operation.await} answering StillRunning at its deadline;
 * {@code Operation.waitUntil} calling it interrupted and no more; {@code Operations.elapsedSinceAnswer} answering the whole
 * interval; {@code Delivery.clearance} with twenty times the patience.
 */
class Law07TheServicesWaitsAreHonouredTest {
    private static final String STATUS = "GET " + ClientBench.STATUS;

    @TempDir
    Path home;

    private ClientBench bench;

    @BeforeEach
    void open() {
        bench = new ClientBench(home);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Operation accepted(String retryAfter) {
        bench.arm
                .on(
                        "PUT " + ClientBench.INSTANCE,
                        ScriptedArm.empty(202)
                                .addHeader("Azure-AsyncOperation", bench.arm.root() + ClientBench.STATUS)
                                .addHeader("Retry-After", retryAfter))
                .on(STATUS, ScriptedArm.status("Inprogress"));
        Operation operation = bench.service.operations().create(ClientBench.VAULT, ClientBench.DISK);
        assertThat(operation).isNotNull();
        return operation;
    }

    private List<Instant> polls() {
        return bench.arm.arrived(STATUS).stream().map(ScriptedArm.Arrived::at).toList();
    }

    @Test
    void nobodyAsksBeforeTheRetryAfterOfTheAnswerHasPassed() {
        Instant begun = bench.clock.now();
        Operation operation = accepted("30");
        for (int second = 1; second < 30; second++) {
            bench.clock.advance(Duration.ofSeconds(1));
            assertThat(operation.look()).isInstanceOf(Outcome.StillRunning.class);
        }
        assertThat(polls()).isEmpty();
        bench.clock.advance(Duration.ofSeconds(1));
        operation.look();
        operation.look();
        assertThat(polls()).containsExactly(begun.plusSeconds(30));
    }

    /** At a hundredth of real time the fifteen seconds of the answer are 25 minutes: the second session is early for sure. */
    @Test
    void aLaterSessionDoesNotAskEarlierEither() {
        String create = "instance create disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg";
        try (Rehearsal rehearsal = new Rehearsal(home.resolve("rehearsal"))) {
            rehearsal.lines(create.replace("instance create", "permission grant"));
            InProcess slow = InProcess.at(rehearsal.sandbox.endpoint().toString(), 0.01, home.resolve("rehearsal"));
            InProcess.Ended begun = slow.run("-c", Rehearsal.USE, "-c", create + " --no-wait");
            assertThat(begun.code()).as(begun.toString()).isZero();
            String number = begun.err().replaceAll("(?s).*accepted as operation (\\d+);.*", "$1");
            SandboxFaults.Respond asked = new SandboxFaults.Respond(400, Map.of(), "asked");
            rehearsal.faults().always("GET", ".", asked);
            InProcess.Ended shown = slow.run("operation", "show", number, "-o", "json");
            assertThat(shown.code()).as(shown.toString()).isZero();
            assertThat(shown.out()).contains("\"state\": \"running\"");
        }
    }

    @Test
    void aThrottledPollHoldsEveryReadOfTheSubscription() {
        Operation operation = accepted("15");
        bench.arm
                .on(
                        STATUS,
                        ScriptedArm.json(429, "{\"error\":{\"code\":\"TooManyRequests\"}}")
                                .addHeader("Retry-After", "120"),
                        ScriptedArm.status("Succeeded"))
                .on("GET " + ClientBench.INSTANCE, ScriptedArm.json(200, ClientBench.instance("ProtectionConfigured")));
        Instant begun = bench.clock.now();
        assertThat(operation.await(Duration.ofHours(1), running -> {})).isInstanceOf(Outcome.Succeeded.class);
        assertThat(polls()).containsExactly(begun.plusSeconds(15), begun.plusSeconds(135));
    }

    @Test
    void throttlingForEverIsNoStormAndEnds() {
        Operation operation = accepted("15");
        bench.arm.on(STATUS, ScriptedArm.json(429, "{}").addHeader("Retry-After", "1"));
        assertThatThrownBy(() -> operation.await(Duration.ofHours(1), running -> {}))
                .isInstanceOf(DpshException.TimedOut.class)
                .hasMessageContaining("throttles");
        List<Instant> polls = polls();
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < polls.size(); i++) {
            gaps.add(Duration.between(polls.get(i - 1), polls.get(i)));
        }
        assertThat(gaps).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(Duration.ofSeconds(1)));
        assertThat(polls).as("asked less and less often in five minutes").hasSizeBetween(3, 20);
        assertThat(operation.isOpen()).as("it goes on at the service").isTrue();
    }

    @Test
    void everyWaitHasADeadlineAndTheOperationGoesOn() {
        Operation operation = accepted("15");
        Instant begun = bench.clock.now();
        assertThatThrownBy(() -> operation.await(Duration.ofSeconds(100), running -> {}))
                .isInstanceOfSatisfying(DpshException.TimedOut.class, e -> {
                    assertThat(e.what()).contains("still running (Inprogress)");
                    assertThat(e.next()).contains("`operation watch " + operation.number() + "` comes back to it");
                });
        assertThat(bench.clock.now()).isEqualTo(begun.plusSeconds(100));
        assertThat(operation.row().state()).isEqualTo(OperationState.ACCEPTED);
    }

    @Test
    void ctrlCDetachesAndSaysHowToComeBack() {
        Operation operation = accepted("15");
        bench.clock.interruptSleepers();
        assertThatThrownBy(() -> operation.await(Duration.ofHours(1), running -> {}))
                .isInstanceOfSatisfying(DpshException.Interrupted.class, e -> {
                    assertThat(e.what()).startsWith("detached from operation " + operation.number());
                    assertThat(e.next())
                            .contains("it goes on at the service", "`operation watch " + operation.number());
                });
        assertThat(operation.row().state()).isEqualTo(OperationState.ACCEPTED);
        assertThat(bench.arm.changes()).as("nothing was canceled").containsExactly("PUT " + ClientBench.INSTANCE);
    }

    @Test
    void aServiceThatThrottlesForEverEndsWithFive() {
        try (Rehearsal rehearsal = new Rehearsal(home.resolve("rehearsal"))) {
            rehearsal
                    .faults()
                    .always(
                            "GET",
                            "/backupVaults",
                            new SandboxFaults.Respond(
                                    429,
                                    Map.of("Content-Type", "application/json", "Retry-After", "20"),
                                    "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Slow down.\"}}"));
            InProcess.Ended ended = rehearsal.dpsh.run("vault", "list");
            assertThat(ended.code()).as(ended.toString()).isEqualTo(5);
            assertThat(ended.err()).contains("throttles", "again later");
        }
    }
}
