package dpsh.process;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.bulk.RoleScope;
import dpsh.store.ItemState;
import dpsh.store.RunItem;
import dpsh.store.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever else may come between a run and its end: each is told clearly, at the item or at the start, and `runs resume` goes on. */
class BulkTroubleTest {
    private static final String OTHER_VAULT = Azure.SUBSCRIPTION
            + "/resourceGroups/TestBkpVaultRG/providers/Microsoft.DataProtection/backupVaults/otherVault";
    private static final String PROTECT = " --policy %s --snapshot-group snapshot-rg --vault %s";

    @TempDir
    Path home;

    /** Holds one exchange until it is let go. */
    private static final class Hold implements Relay.Watcher {
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch free = new CountDownLatch(1);
        private final Relay.Moment moment;
        private final String part;
        private final int nth;
        private final AtomicInteger seen = new AtomicInteger();

        Hold(Relay.Moment moment, String part, int nth) {
            this.moment = moment;
            this.part = part;
            this.nth = nth;
        }

        @Override
        public boolean at(Relay.Moment now, String line) {
            if (now == moment && line.contains(part) && seen.incrementAndGet() == nth) {
                reached.countDown();
                await(free);
            }
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(90, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void finishes(Fleet fleet, DpshProcess.Result before) {
        DpshProcess.Result resumed = fleet.runHere("runs resume");
        assertThat(resumed.code()).as(before + "\n" + resumed).isZero();
        wentWell(fleet, before + "\n" + resumed);
    }

    private static void wentWell(Fleet fleet, String story) {
        assertThat(fleet.itemsNot(ItemState.PROTECTED)).as(story).isEmpty();
        assertThat(fleet.notProtectedOnce()).as(story).isEmpty();
        assertThat(fleet.openOperations()).as(story).isEmpty();
        assertThat(fleet.accepted()).as(story).doesNotHaveDuplicates();
        assertThat(fleet.runs().get(0).state()).as(story).isEqualTo(RunState.DONE);
    }

    private static RunItem item(Fleet fleet, int disk) {
        return fleet.items().get(disk);
    }

    @Test
    void ctrlCDetachesAndResumeFinishes() throws IOException {
        Hold hold = new Hold(Relay.Moment.ANSWERED, "PUT ", 5);
        try (Fleet fleet = new Fleet(home, Fleet.Wish.of(12), hold)) {
            DpshProcess.Result result;
            try (DpshProcess process = fleet.start(fleet.apply())) {
                await(hold.reached);
                process.interrupt();
                hold.free.countDown();
                result = process.end();
            }
            assertThat(result.code()).as(result.toString()).isEqualTo(130);
            assertThat(result.err()).contains("detached from run 1", "`runs resume 1` goes on");
            assertThat(fleet.runs().get(0).state()).isEqualTo(RunState.INTERRUPTED);
            assertThat(fleet.toldTooEarly()).isEmpty();
            finishes(fleet, result);
        }
    }

    @Test
    void anEndedSignInStopsTheRunAndResumeFinishes() throws IOException {
        List<String> faults = List.of("code ExpiredAuthenticationToken after=25");
        Fleet.Wish wish = new Fleet.Wish(12, 0, true, RoleScope.RESOURCE, faults);
        try (Fleet fleet = new Fleet(home, wish, (moment, line) -> true)) {
            DpshProcess.Result result = fleet.runHere(fleet.apply());
            assertThat(result.code()).as(result.toString()).isEqualTo(4);
            assertThat(result.err()).contains("ExpiredAuthenticationToken").doesNotContain("Exception");
            fleet.azure.sandbox.faults().clear();
            assertThat(fleet.toldTooEarly()).isEmpty();
            finishes(fleet, result);
        }
    }

    @Test
    void aTokenThatExpiresOnceIsRenewed() throws IOException {
        List<String> faults = List.of("code ExpiredAuthenticationToken after=25 times=1");
        Fleet.Wish wish = new Fleet.Wish(12, 0, true, RoleScope.RESOURCE, faults);
        try (Fleet fleet = new Fleet(home, wish, (moment, line) -> true)) {
            DpshProcess.Result result = fleet.runHere(fleet.apply());
            assertThat(result.code()).as(result.toString()).isZero();
            wentWell(fleet, result.toString());
        }
    }

    @Test
    void aDiskThatFillsUpUnderTheJournalStopsTheRunAndResumeFinishes() throws IOException {
        try (Fleet fleet = new Fleet(home, Fleet.Wish.of(12), (moment, line) -> true)) {
            FullDisk disk = FullDisk.prepare(home);
            assertThat(fleet.runHere("vault list").code()).isZero();
            long size = Files.size(home.resolve("dpsh.db")) / 1024;
            DpshProcess.Result last = null;
            int stopped = 0;
            for (int more : new int[] {16, 48, 96}) {
                String line = fleet.runs().isEmpty() ? fleet.apply() : "runs resume";
                try (DpshProcess process = DpshProcess.start(
                        FullDisk.prefix((int) size + more), disk.jvm(), home, fleet.arguments(line))) {
                    last = process.end();
                }
                assertThat(last.code()).as(last.toString()).isIn(0, 1);
                if (last.code() == 1) {
                    stopped += fleet.runs().isEmpty() ? 0 : 1;
                    assertThat(last.err())
                            .as(last.toString())
                            .contains("the disk that holds")
                            .doesNotContain("Exception");
                }
                assertThat(fleet.toldTooEarly()).as(last.toString()).isEmpty();
            }
            assertThat(stopped).as("stopped after the run was begun").isPositive();
            DpshProcess.Result result = fleet.runHere("runs resume");
            assertThat(result.code()).as(last + "\n" + result).isZero();
            wentWell(fleet, last + "\n" + result);
        }
    }

    @Test
    void whatWasDeletedSinceThePlanIsBlockedAndTheOthersAreDone() throws IOException {
        Fleet.Wish wish = new Fleet.Wish(4, 1, true, RoleScope.RESOURCE, List.of());
        try (Fleet fleet = new Fleet(home, wish, (moment, line) -> true)) {
            DpshProcess.Result result = fleet.runHere(fleet.apply());
            assertThat(result.code()).as(result.toString()).isEqualTo(3);
            assertThat(item(fleet, 4).state()).as(result.toString()).isEqualTo(ItemState.BLOCKED);
            assertThat(item(fleet, 4).message()).contains("there is no such disk");
            assertThat(fleet.itemsNot(ItemState.PROTECTED)).hasSize(1);
            assertThat(fleet.accepted()).hasSize(4);
        }
    }

    @Test
    void whatAnotherVaultProtectsMeanwhileIsBlockedWithItsName() throws IOException {
        somebodyIsQuicker("Theirs", "otherVault", ItemState.BLOCKED, 3);
    }

    @Test
    void whatSomebodyProtectsJustSoMeanwhileIsUnchanged() throws IOException {
        somebodyIsQuicker("DiskBackup-Policy", "testBkpVault", ItemState.UNCHANGED, 0);
    }

    private void somebodyIsQuicker(String policy, String vault, ItemState state, int code) throws IOException {
        Hold hold = new Hold(Relay.Moment.ARRIVED, "/validateForBackup", 1);
        Fleet.Wish wish = Fleet.Wish.of(1);
        try (Fleet fleet = new Fleet(home, wish, hold, estate -> estate.vault(OTHER_VAULT, "westus")
                        .diskPolicy(OTHER_VAULT, "Theirs", "P1D", "P7D")
                        .role(Azure.SUBSCRIPTION, "Disk Backup Reader", OTHER_VAULT)
                        .role(Azure.SNAPSHOTS, "Disk Snapshot Contributor", OTHER_VAULT));
                DpshProcess slow = fleet.start(fleet.apply())) {
            await(hold.reached);
            DpshProcess.Result quick;
            try {
                quick = fleet.runHere("protect disk fleet-0" + PROTECT.formatted(policy, vault));
            } finally {
                hold.free.countDown();
            }
            assertThat(quick.code()).as(quick.toString()).isZero();
            DpshProcess.Result result = slow.end();
            assertThat(result.code()).as(result.toString()).isEqualTo(code == 0 ? 0 : 1);
            assertThat(item(fleet, 0).state()).as(result.toString()).isEqualTo(state);
            if (state == ItemState.BLOCKED) {
                assertThat(item(fleet, 0).message()).contains("otherVault");
                assertThat(item(fleet, 0).fix()).contains("otherVault");
            }
            assertThat(fleet.accepted()).hasSize(1);
        }
    }

    @Test
    void whatTheServiceRefusesForTheVaultsLimitFailsWithItsCode() throws IOException {
        List<String> faults = List.of("code UserErrorMaxConcurrentOperationLimitReached on=validateForBackup times=1");
        Fleet.Wish wish = new Fleet.Wish(3, 0, true, RoleScope.RESOURCE, faults);
        try (Fleet fleet = new Fleet(home, wish, (moment, line) -> true)) {
            DpshProcess.Result result = fleet.runHere(fleet.apply());
            assertThat(result.code()).as(result.toString()).isEqualTo(3);
            assertThat(fleet.itemsNot(ItemState.PROTECTED))
                    .singleElement()
                    .asString()
                    .contains("FAILED", "UserErrorMaxConcurrentOperationLimitReached");
            DpshProcess.Result again = fleet.runHere("runs retry");
            assertThat(again.code()).as(again.toString()).isZero();
            wentWell(fleet, again.toString());
        }
    }

    @Test
    void aRunThatIsWorkedOnIsNotResumed() throws IOException {
        Hold hold = new Hold(Relay.Moment.ARRIVED, "PUT ", 1);
        try (Fleet fleet = new Fleet(home, Fleet.Wish.of(3), hold);
                DpshProcess first = fleet.start(fleet.apply())) {
            await(hold.reached);
            DpshProcess.Result second;
            try {
                second = fleet.runHere("runs resume");
            } finally {
                hold.free.countDown();
            }
            assertThat(second.code()).as(second.toString()).isEqualTo(1);
            assertThat(second.err()).contains("run 1 is being worked on", "another dpsh");
            DpshProcess.Result result = first.end();
            assertThat(result.code()).as(result.toString()).isZero();
            wentWell(fleet, result.toString());
        }
    }
}
