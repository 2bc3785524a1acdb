package dpsh.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.InProcess;
import dpsh.arm.DpshException;
import dpsh.backup.Role;
import dpsh.backup.RoleNeed;
import dpsh.client.ClientBench;
import dpsh.client.Operation;
import dpsh.client.ScriptedArm;
import dpsh.store.Home;
import dpsh.store.LocalDatabase;
import dpsh.store.OperationLog;
import dpsh.store.OperationRow;
import dpsh.store.OperationState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 3: written down before it is sent, its answer before anything else. The server looks into the real database file while
 * a request is at its door, as another process would. Killing a real dpsh in each window is {@code KillNineTest}'s.
 *
 * <p>Red, each tried: {@code ArmExchange.record} answering null for changes; {@code OperationLedger.accepted} not writing the
 * answer's URLs; {@code ArmExchange.record} warning for changes as it does for validations; {@code KnownIndex.remember}
 * without its warning.
 */
class Law03WrittenDownBeforeItIsSentTest {
    /** What the ledger said about the newest operation when a request arrived. */
    private record Seen(String line, OperationState state, boolean hasStatusUrl) {}

    @TempDir
    Path home;

    private ClientBench bench;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        bench = new ClientBench(home);
        bench.arm.witness(request -> {
            try (LocalDatabase other = new LocalDatabase(Home.of(home, Map.of()), Clock.systemUTC())) {
                List<OperationRow> rows = new OperationLog(other, Clock.systemUTC()).list(ClientBench.WORLD, false, 1);
                if (!rows.isEmpty()) {
                    OperationRow row = rows.get(0);
                    seen.add(new Seen(request.line(), row.state(), row.asyncUrl() != null));
                }
            }
        });
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private mockwebserver3.MockResponse.Builder accepted() {
        return ScriptedArm.empty(202).addHeader("Azure-AsyncOperation", bench.arm.root() + ClientBench.STATUS);
    }

    @Test
    void aCreationIsOnTheDiskBeforeItLeavesAndItsAnswerBeforeTheNextRequest() {
        bench.arm
                .on("PUT " + ClientBench.INSTANCE, accepted())
                .on("GET " + ClientBench.STATUS, ScriptedArm.status("Succeeded"))
                .on("GET " + ClientBench.INSTANCE, ScriptedArm.json(200, ClientBench.instance("ProtectionConfigured")));
        Operation operation = bench.service.operations().create(ClientBench.VAULT, ClientBench.DISK);
        assertThat(seen).containsExactly(new Seen("PUT " + ClientBench.INSTANCE, OperationState.RECORDED, false));
        assertThat(operation.row().asyncUrl()).isEqualTo(bench.arm.root() + ClientBench.STATUS);
        operation.await(Duration.ofHours(1), running -> {});
        assertThat(seen)
                .containsExactly(
                        new Seen("PUT " + ClientBench.INSTANCE, OperationState.RECORDED, false),
                        new Seen("GET " + ClientBench.STATUS, OperationState.ACCEPTED, true),
                        new Seen("GET " + ClientBench.INSTANCE, OperationState.SETTLING, true));
        assertThat(operation.row().state()).isEqualTo(OperationState.SUCCEEDED);
    }

    @Test
    void aDeletionARoleAndAValidationAreOnTheDiskBeforeTheyLeave() {
        RoleNeed need = new RoleNeed(Role.DISK_BACKUP_READER, ClientBench.DISK.datasource());
        bench.arm.on("DELETE " + ClientBench.INSTANCE, accepted()).on("POST " + ClientBench.VALIDATE, accepted());
        bench.service.operations().delete(ClientBench.DISK.idIn(ClientBench.VAULT));
        bench.service.operations().validate(ClientBench.VAULT, ClientBench.DISK);
        bench.service.operations().assign(ClientBench.VAULT, need, "principal");
        assertThat(seen).hasSize(3).allSatisfy(one -> assertThat(one.state()).isEqualTo(OperationState.RECORDED));
    }

    @Test
    void aRefusalIsOnTheDiskWhenTheCallerHearsOfIt() {
        bench.arm.on("PUT " + ClientBench.INSTANCE, ScriptedArm.json(409, "{\"error\":{\"code\":\"Conflict\"}}"));
        Operation operation = bench.service.operations().create(ClientBench.VAULT, ClientBench.DISK);
        assertThat(operation.row().state()).isEqualTo(OperationState.FAILED);
        assertThat(operation.row().error()).extracting("code").isEqualTo("Conflict");
    }

    @Test
    void readingLeavesNoTrace() {
        bench.service.backup().vault(ClientBench.VAULT);
        assertThat(bench.log.list(ClientBench.WORLD, false, 10)).isEmpty();
    }

    @Test
    void whereItCannotBeWrittenDownAChangeIsNotSent() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "no directory");
        try (ClientBench nowhere = new ClientBench(file.resolve("home"))) {
            nowhere.arm
                    .on(
                            "GET " + ClientBench.INSTANCE,
                            ScriptedArm.json(200, ClientBench.instance("ProtectionConfigured")))
                    .on("POST " + ClientBench.VALIDATE, ScriptedArm.json(200, "{}"));
            assertThatThrownBy(() -> nowhere.service.operations().create(ClientBench.VAULT, ClientBench.DISK))
                    .isInstanceOf(DpshException.LedgerUnavailable.class);
            assertThatThrownBy(() -> nowhere.service.operations().delete(ClientBench.DISK.idIn(ClientBench.VAULT)))
                    .isInstanceOf(DpshException.LedgerUnavailable.class);
            assertThat(nowhere.arm.arrived()).isEmpty();
            assertThat(nowhere.service.backup().instance(ClientBench.DISK.idIn(ClientBench.VAULT)))
                    .isNotNull();
            Operation validation = nowhere.service.operations().validate(ClientBench.VAULT, ClientBench.DISK);
            assertThat(validation.number()).isNegative();
            assertThat(nowhere.warnings).singleElement().asString().contains("validations are not written down");
        }
    }

    @Test
    void theOperatorIsWarnedOnceAndReadsGoOnAndChangesAreRefused() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "no directory");
        try (Rehearsal rehearsal = new Rehearsal(file.resolve("home"))) {
            rehearsal.refuseChanges();
            InProcess.Ended read = rehearsal.lines("instance list", "policy list", "vault list");
            assertThat(read.code()).as(read.toString()).isZero();
            assertThat(read.err()).containsOnlyOnce("warning: ").contains("reading goes on, changes are refused");
            InProcess.Ended changed = rehearsal.lines(Rehearsal.PROTECT);
            assertThat(changed.code()).as(changed.toString()).isEqualTo(1);
            assertThat(changed.out() + changed.err()).doesNotContain("ChangeArrived", "granted  ");
        }
    }
}
