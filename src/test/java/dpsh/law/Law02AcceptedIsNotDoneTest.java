package dpsh.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.InProcess;
import dpsh.arm.DpshException;
import dpsh.backup.Outcome;
import dpsh.client.ClientBench;
import dpsh.client.Operation;
import dpsh.client.ScriptedArm;
import dpsh.store.OperationState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Law 2: accepted is not done; an item is done when its operation ended well and the resource says so.
 *
 * <p>Red, each tried: {@code OperationPoller.ended} answering {@code succeeded} for instances too; {@code resource} taking
 * {@code isPending} for done; {@code resource} calling a deletion gone while the instance is there;
 * {@code OperationView.state} calling ACCEPTED succeeded; {@code resource} without its {@code isBroken}.
 */
class Law02AcceptedIsNotDoneTest {
    private static final String PUT = "PUT " + ClientBench.INSTANCE;
    private static final String GET = "GET " + ClientBench.INSTANCE;
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

    private Operation accepted(String method) {
        bench.arm
                .on(
                        method + " " + ClientBench.INSTANCE,
                        ScriptedArm.empty(202)
                                .addHeader("Azure-AsyncOperation", bench.arm.root() + ClientBench.STATUS)
                                .addHeader("Retry-After", "15"))
                .on(STATUS, ScriptedArm.status("Succeeded"));
        Operation operation = method.equals("PUT")
                ? bench.service.operations().create(ClientBench.VAULT, ClientBench.DISK)
                : bench.service.operations().delete(ClientBench.DISK.idIn(ClientBench.VAULT));
        assertThat(operation).isNotNull();
        return operation;
    }

    private void instance(String... states) {
        bench.arm.on(
                GET,
                java.util.Arrays.stream(states)
                        .map(state -> ScriptedArm.json(200, ClientBench.instance(state)))
                        .toArray(mockwebserver3.MockResponse.Builder[]::new));
    }

    @Test
    void anOperationThatSucceededIsStillRunningWhileTheInstanceIsBeingConfigured() {
        instance("ConfiguringProtection");
        Operation operation = accepted("PUT");
        bench.clock.advance(Duration.ofSeconds(15));
        assertThat(operation.look()).isEqualTo(new Outcome.StillRunning("ConfiguringProtection"));
        assertThat(operation.row().state()).isEqualTo(OperationState.SETTLING);
        assertThat(operation.isOpen()).isTrue();
        assertThat(bench.arm.arrived(STATUS)).hasSize(1);

        bench.clock.advance(Duration.ofSeconds(15));
        instance("ProtectionConfigured");
        assertThat(operation.look()).isEqualTo(new Outcome.Succeeded("ProtectionConfigured"));
        assertThat(bench.arm.arrived(STATUS))
                .as("a settled operation is not asked again")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ConfiguringProtection", "UpdatingProtection", "AWordOfNextYear"})
    void noStateButProtectionConfiguredIsDone(String state) {
        instance(state, state, "ProtectionConfigured");
        List<String> words = new ArrayList<>();
        assertThat(accepted("PUT").await(Duration.ofHours(1), running -> words.add(running.detail())))
                .isEqualTo(new Outcome.Succeeded("ProtectionConfigured"));
        assertThat(words).containsExactly(state, state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ConfiguringProtectionFailed",
                "ProtectionError",
                "ProtectionStopped",
                "BackupsSuspended",
                "SoftDeleting",
                "SoftDeleted"
            })
    void anInstanceThatEndedBadlyIsAFailureThoughTheOperationSucceeded(String state) {
        instance("ConfiguringProtection", state);
        assertThat(accepted("PUT").await(Duration.ofHours(1), running -> {}))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.error().code()).isEqualTo(state));
    }

    @Test
    void aDeletionIsDoneWhenTheInstanceIsGone() {
        instance("SoftDeleting", "SoftDeleting");
        Operation operation = accepted("DELETE");
        bench.clock.advance(Duration.ofSeconds(15));
        assertThat(operation.look()).isEqualTo(new Outcome.StillRunning("SoftDeleting"));
        bench.arm.on(GET, ScriptedArm.json(404, "{}"));
        bench.clock.advance(Duration.ofSeconds(15));
        assertThat(operation.look()).isEqualTo(new Outcome.Succeeded("gone"));
    }

    @Test
    void anInstanceThatCannotBeSeenYetIsRunning() {
        bench.arm.on(GET, ScriptedArm.json(404, "{}"));
        Operation operation = accepted("PUT");
        assertThatThrownBy(() -> operation.await(Duration.ofMinutes(10), running -> {}))
                .isInstanceOf(DpshException.TimedOut.class)
                .hasMessageContaining("still running (not visible yet)");
        assertThat(operation.isOpen()).isTrue();
    }

    @Test
    void whatWasOnlyAcceptedIsNeverPrintedAsDone() {
        try (Rehearsal rehearsal = new Rehearsal(home.resolve("rehearsal"))) {
            InProcess.Ended ended = rehearsal.lines(
                    "permission grant disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg",
                    "instance create disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --no-wait",
                    "operation list --limit 1 -o jsonl");
            assertThat(ended.code()).as(ended.toString()).isZero();
            String[] lines = ended.out().split("\n");
            assertThat(lines[lines.length - 2]).contains("accepted").doesNotContain("succeeded", "done", "protected");
            assertThat(lines[lines.length - 1])
                    .contains(
                            "\"operation\":\"BackupInstances_CreateOrUpdate\"",
                            "\"state\":\"running\"",
                            "\"open\":true");
        }
    }

    @Test
    void protectStopsWaitingAtItsDeadlineAndDoesNotCallItProtected() {
        try (Rehearsal rehearsal = new Rehearsal(home.resolve("rehearsal"))) {
            rehearsal
                    .faults()
                    .always(
                            "GET",
                            "/backupInstances/msdiskbackup-",
                            new dpsh.sandbox.SandboxFaults.Respond(
                                    200,
                                    java.util.Map.of("Content-Type", "application/json"),
                                    ClientBench.instance("ConfiguringProtection")));
            InProcess.Ended ended = rehearsal.lines(Rehearsal.PROTECT + " --timeout 5m");
            assertThat(ended.code()).as(ended.toString()).isEqualTo(5);
            assertThat(ended.out() + ended.err())
                    .contains("still running (ConfiguringProtection)", "operation watch")
                    .doesNotContain("protected  ");
        }
    }
}
