package dpsh.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one home at the same time are normal: no row is lost, nothing is done twice, nobody is locked out. */
class TwoShellsTest {
    @TempDir
    Path home;

    private static List<String> protect(Relay relay, String disk) {
        return List.of(
                "--endpoint",
                relay.endpoint(),
                "--speed",
                "" + Azure.SPEED,
                "--timeout",
                "100h",
                "-c",
                "protect disk " + disk + " --policy DiskBackup-Policy --snapshot-group snapshot-rg --grant"
                        + " --vault testBkpVault");
    }

    private Ledger ledger(Relay relay) {
        DpshProcess.Result list =
                DpshProcess.run(home, List.of("--endpoint", relay.endpoint(), "-o", "json", "operation", "list"));
        assertThat(list.code()).as(list.toString()).isZero();
        return Ledger.first(list.out());
    }

    private static void endedWell(DpshProcess.Result... results) {
        for (DpshProcess.Result result : results) {
            assertThat(result.code()).as(result.toString()).isZero();
            assertThat(result.err()).as(result.toString()).doesNotContain("locked", "Exception", "database");
        }
    }

    /** Every change and every validation that the service got has a row, and no row is open. */
    private static void isWhole(Ledger ledger, Relay relay) {
        long sent = relay.forwarded().stream()
                .filter(line -> line.startsWith("PUT ") || line.endsWith("/validateForBackup"))
                .count();
        assertThat(ledger.rows()).as(String.join("\n", relay.forwarded())).hasSize((int) sent);
        assertThat(ledger.open()).isEmpty();
        assertThat(ledger.rows().stream().map(Ledger.Row::number)).doesNotHaveDuplicates();
    }

    @Test
    void twoDisksAtOnce() {
        try (Azure azure = Azure.asInTheArticles();
                Relay relay = Relay.to(azure.endpoint());
                DpshProcess one = DpshProcess.start(home, protect(relay, "msdiskbackup"));
                DpshProcess other = DpshProcess.start(home, protect(relay, "disk-prod-01"))) {
            endedWell(one.end(), other.end());
            assertThat(azure.statesOf("msdiskbackup")).containsExactly("ProtectionConfigured");
            assertThat(azure.statesOf("disk-prod-01")).containsExactly("ProtectionConfigured");
            assertThat(azure.rolesAt(Azure.SNAPSHOTS)).isEqualTo(1);
            isWhole(ledger(relay), relay);
        }
    }

    /** Both have seen that the disk is not protected yet when the first of them goes on. */
    @Test
    void oneDiskFromBoth() {
        CountDownLatch both = new CountDownLatch(2);
        try (Azure azure = Azure.asInTheArticles();
                Relay relay = new Relay(azure.endpoint(), (moment, line) -> {
                    boolean looked = moment == Relay.Moment.ANSWERED && line.endsWith("/backupInstances");
                    if (looked) {
                        both.countDown();
                        await(both);
                    }
                    return true;
                });
                DpshProcess one = DpshProcess.start(home, protect(relay, "msdiskbackup"));
                DpshProcess other = DpshProcess.start(home, protect(relay, "msdiskbackup"))) {
            endedWell(one.end(), other.end());
            assertThat(azure.statesOf("msdiskbackup")).containsExactly("ProtectionConfigured");
            assertThat(azure.rolesAt(Azure.SNAPSHOTS)).isEqualTo(1);
            assertThat(azure.rolesAt(Azure.disk("msdiskbackup"))).isEqualTo(1);
            isWhole(ledger(relay), relay);
        }
    }

    /** The other one protects the disk between our look at it and our validation, which the service then refuses. */
    @Test
    void theOtherOneIsQuicker() {
        AtomicInteger validations = new AtomicInteger();
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (Azure azure = Azure.withRolesFor("msdiskbackup");
                Relay relay = new Relay(azure.endpoint(), (moment, line) -> {
                    if (moment == Relay.Moment.ARRIVED
                            && line.endsWith("/validateForBackup")
                            && validations.incrementAndGet() == 1) {
                        waiting.countDown();
                        await(done);
                    }
                    return true;
                });
                DpshProcess slow = DpshProcess.start(home, protect(relay, "msdiskbackup"))) {
            await(waiting);
            DpshProcess.Result quick;
            try (DpshProcess process = DpshProcess.start(home, protect(relay, "msdiskbackup"))) {
                quick = process.end();
            } finally {
                done.countDown();
            }
            DpshProcess.Result second = slow.end();
            endedWell(quick, second);
            assertThat(quick.out()).contains("protected");
            assertThat(second.out()).contains("unchanged");
            assertThat(azure.statesOf("msdiskbackup")).containsExactly("ProtectionConfigured");
            assertThat(relay.changes()).hasSize(1);
            isWhole(ledger(relay), relay);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(90, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
