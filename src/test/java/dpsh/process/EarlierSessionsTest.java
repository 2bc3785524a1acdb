package dpsh.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dpsh.sandbox.SandboxEstate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operation outlives the process that began it: another one finds it by its number, and Ctrl-C only detaches. */
class EarlierSessionsTest {
    private static final String WHAT =
            "msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --vault testBkpVault";

    @TempDir
    Path home;

    private static List<String> arguments(Azure azure, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("--endpoint", azure.endpoint().toString(), "--speed", "" + Azure.SPEED, "--timeout", "100h"));
        arguments.addAll(List.of(more));
        return arguments;
    }

    /** A world whose clock only the test moves, with the roles in force. */
    private static Azure atRest() {
        return Azure.atRest(SandboxEstate.seeds()
                .role(Azure.SNAPSHOTS, "Disk Snapshot Contributor", Azure.VAULT)
                .role(Azure.disk("msdiskbackup"), "Disk Backup Reader", Azure.VAULT));
    }

    @Test
    void whatOneProcessBeganAnotherListsShowsAndFollowsToItsEnd() {
        try (Azure azure = atRest()) {
            DpshProcess.Result first =
                    DpshProcess.run(home, arguments(azure, "-c", "instance create disk " + WHAT + " --no-wait"));
            assertThat(first.code()).as(first.toString()).isZero();
            assertThat(first.err()).contains("accepted as operation 1; `operation watch 1` follows it");
            assertThat(first.out()).doesNotContainIgnoringCase("succeeded").doesNotContain("ProtectionConfigured");

            DpshProcess.Result second = DpshProcess.run(
                    home, arguments(azure, "-o", "json", "-c", "operation list --open", "-c", "operation show 1"));
            assertThat(second.code()).as(second.toString()).isZero();
            Ledger ledger = Ledger.first(second.out());
            assertThat(ledger.rows()).hasSize(1);
            assertThat(ledger.rows().get(0).state()).isEqualTo("running");
            JsonNode shown = Ledger.documents(second.out()).get(1);
            assertThat(shown.path("operation").asText()).isEqualTo("BackupInstances_CreateOrUpdate");
            assertThat(second.out()).as("signed URLs stay in the database").doesNotContain("operationStatus", "?t=");

            try (DpshProcess third = DpshProcess.start(home, arguments(azure, "operation", "watch", "1"))) {
                third.awaitError("operation 1: ");
                azure.sandbox.clock().advance(Duration.ofMinutes(5));
                DpshProcess.Result watched = third.end();
                assertThat(watched.code()).as(watched.toString()).isZero();
                assertThat(watched.out()).isEqualTo("operation 1: succeeded: ProtectionConfigured\n");
            }
            DpshProcess.Result fourth = DpshProcess.run(home, arguments(azure, "operation", "wait", "1"));
            assertThat(fourth.code()).as(fourth.toString()).isZero();
            assertThat(fourth.out()).isEqualTo("operation 1: succeeded: ProtectionConfigured\n");
            assertThat(fourth.err()).isEmpty();
        }
    }

    @Test
    void ctrlCWhileProtectingDetachesAndTheOperationGoesOn() {
        try (Azure azure = atRest()) {
            String number;
            try (DpshProcess protecting = DpshProcess.start(home, arguments(azure, "-c", "protect disk " + WHAT))) {
                protecting.awaitError("Inprogress");
                azure.sandbox.clock().advance(Duration.ofMinutes(1));
                protecting.awaitError("created");
                protecting.interrupt();
                DpshProcess.Result detached = protecting.end();
                assertThat(detached.code()).as(detached.toString()).isEqualTo(130);
                assertThat(detached.err())
                        .contains("accepted as operation 2")
                        .contains("It goes on at the service; `operation watch 2` comes back to it")
                        .doesNotContain("\tat ", "Exception");
                assertThat(detached.out()).doesNotContain("protected");
                number = "2";
            }
            assertThat(azure.statesOf("msdiskbackup")).containsExactly("ConfiguringProtection");
            azure.sandbox.clock().advance(Duration.ofMinutes(5));
            DpshProcess.Result watched = DpshProcess.run(home, arguments(azure, "operation", "watch", number));
            assertThat(watched.code()).as(watched.toString()).isZero();
            assertThat(watched.out()).isEqualTo("operation 2: succeeded: ProtectionConfigured\n");
        }
    }

    @Test
    void ctrlCWhileWatchingDetachesToo() {
        try (Azure azure = atRest()) {
            created(azure, azure.endpoint().toString());
            try (DpshProcess watching = DpshProcess.start(home, arguments(azure, "operation", "watch"))) {
                watching.awaitError("operation 1: ");
                watching.interrupt();
                detached(watching.end());
            }
        }
    }

    @Test
    void ctrlCInTheMiddleOfAPollDetachesToo() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Relay.Watcher silence = (moment, line) -> {
            if (moment != Relay.Moment.ARRIVED || !line.contains("/operationStatus/")) {
                return true;
            }
            asked.countDown();
            await(over);
            return false;
        };
        try (Azure azure = atRest();
                Relay relay = new Relay(azure.endpoint(), silence)) {
            created(azure, relay.endpoint());
            List<String> watch = List.of("--endpoint", relay.endpoint(), "--speed", "600", "operation", "watch");
            try (DpshProcess watching = DpshProcess.start(home, watch)) {
                await(asked);
                watching.interrupt();
                detached(watching.end());
            } finally {
                over.countDown();
            }
        }
    }

    private void created(Azure azure, String endpoint) {
        DpshProcess.Result first = DpshProcess.run(
                home,
                List.of("--endpoint", endpoint, "--speed", "600", "-c", "instance create disk " + WHAT + " --no-wait"));
        assertThat(first.code()).as(first.toString()).isZero();
        assertThat(azure.statesOf("msdiskbackup")).containsExactly("ConfiguringProtection");
    }

    private static void detached(DpshProcess.Result result) {
        assertThat(result.code()).as(result.toString()).isEqualTo(130);
        assertThat(result.err())
                .contains("detached from operation 1 (create instance msdiskbackup-")
                .contains("It goes on at the service; `operation watch 1` comes back to it.");
        assertThat(result.out()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(90, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
