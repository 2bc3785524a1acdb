package dpsh.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.DatasourceKind;
import dpsh.backup.InstanceDraft;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
    private static final String WORLD = "https://management.azure.com";
    private static final ResourceId VAULT = ResourceId.parse(
            "/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/rg/providers/Microsoft.DataProtection/backupVaults/v");

    @TempDir
    Path directory;

    private LocalDatabase database;
    private RunLog log;

    @BeforeEach
    void open() {
        database = Ledgers.database(directory);
        log = new RunLog(database, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static RunItem item(int number) {
        ResourceId disk = ResourceId.parse(
                "/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/rg/providers/Microsoft.Compute/disks/d"
                        + number);
        return RunItem.of(
                number,
                new InstanceDraft(
                        "d" + number,
                        DatasourceKind.DISK,
                        disk,
                        new Location("westus"),
                        VAULT.child("backupPolicies", "p"),
                        ResourceId.parse("/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/snaps"),
                        null),
                VAULT);
    }

    private static List<RunItem> items(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(RunLogTest::item).toList();
    }

    private long begin(int count) {
        return log.begin(new NewRun(WORLD, "all disks", "plan-1", true, "group", Duration.ofMinutes(60)), items(count));
    }

    @Test
    void keepsARunWithItsItemsInTheirOrder() {
        long run = begin(1203);

        assertThat(log.items(run)).isEqualTo(items(1203));
        assertThat(log.find(run).state()).isEqualTo(RunState.RUNNING);
        assertThat(log.find(run).scope()).isEqualTo("group");
        assertThat(log.counts(run)).isEqualTo(Map.of(ItemState.PLANNED, 1203));
        assertThat(log.list(WORLD, 10)).extracting(RunRow::number).containsExactly(run);
        assertThat(log.list("elsewhere", 10)).isEmpty();
    }

    @Test
    void keepsEverythingThatAnItemSays() {
        long run = begin(3);
        Instant at = Instant.ofEpochMilli(1_700_000_000_123L);
        RunItem failed = item(2).in(ItemState.FAILED, "UserErrorX", "because", "do this", "activity-1")
                .at(17L)
                .timed(2, at, at.plusSeconds(5), at.plusSeconds(9));

        log.record(run, List.of(failed, item(3).in(ItemState.CONFIGURING)));

        assertThat(log.items(run)).containsExactly(item(1), failed, item(3).in(ItemState.CONFIGURING));
        assertThat(log.items(run, Set.of(ItemState.FAILED))).containsExactly(failed);
    }

    @Test
    void aRunOfALivingProcessIsNotTakenFromIt() {
        long run = begin(1);
        database.write(sql -> sql.update(
                "UPDATE runs SET owner_pid = ?, owner_started = NULL",
                ProcessHandle.current().parent().orElseThrow().pid()));

        assertThat(log.find(run).isWorkedOn()).isTrue();
        assertThatThrownBy(() -> log.claim(run)).isInstanceOf(DpshException.Refused.class);
    }

    @Test
    void aRunOfAProcessThatDiedIsInterruptedAndCanBeTaken() {
        long run = begin(1);
        database.write(sql -> sql.update("UPDATE runs SET owner_pid = 1, owner_started = 1000"));

        assertThat(log.find(run).seenState()).isEqualTo(RunState.INTERRUPTED);
        log.claim(run);
        assertThat(log.find(run).isWorkedOn()).isTrue();
        log.end(run, RunState.DONE);
        assertThat(log.find(run).state()).isEqualTo(RunState.DONE);
        assertThat(log.find(run).endedAt()).isNotNull();
    }
}
