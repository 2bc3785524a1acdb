package dpsh.session;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.ErrorBody;
import dpsh.arm.ResourceId;
import dpsh.store.Home;
import dpsh.store.LocalDatabase;
import dpsh.store.NewOperation;
import dpsh.store.NewRun;
import dpsh.store.OperationAnswer;
import dpsh.store.OperationLog;
import dpsh.store.RunLog;
import dpsh.store.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerValuesTest {
    private static final Instant BEGUN = Instant.parse("2026-11-28T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(BEGUN, ZoneOffset.UTC);
    private static final Clock LATER = Clock.fixed(BEGUN.plus(Duration.ofMinutes(3)), ZoneOffset.UTC);
    private static final ResourceId INSTANCE = ResourceId.parse("/subscriptions/s/resourceGroups/RG/providers/"
            + "Microsoft.DataProtection/backupVaults/v/backupInstances/disk-east-02");

    @TempDir
    Path directory;

    private static NewOperation operation(String world, String name) {
        return new NewOperation(world, name, "PUT", "https://management.azure.com/x", INSTANCE, "id");
    }

    @Test
    void operationsHaveTheirNumbersAndWhatTheyAreOpenOnesFirst() {
        try (LocalDatabase database = new LocalDatabase(Home.of(directory, Map.of()), Clock.systemUTC())) {
            OperationLog log = new OperationLog(database, CLOCK);
            long open = log.record(operation("world", "BackupInstances_CreateOrUpdate"));
            log.accepted(open, new OperationAnswer(202, null, null, null, null));
            long ended = log.record(operation("world", "BackupInstances_AdhocBackup"));
            log.failed(ended, 400, new ErrorBody("Code", "no", null, List.of(), null, null), null);
            log.record(operation("elsewhere", "BackupInstances_Delete"));
            LedgerValues values = new LedgerValues(log, new RunLog(database, CLOCK), "world", LATER);
            assertThat(values.candidates("operation", ""))
                    .containsExactly(
                            new Known(
                                    "" + open, "create instance disk-east-02, accepted, 3 min ago", "operations", true),
                            new Known("" + ended, "back up disk-east-02, failed, 3 min ago", "operations", true));
            assertThat(values.candidates("operation", "" + ended))
                    .extracting(Known::value)
                    .containsExactly("" + ended);
            assertThat(values.candidates("vault", "")).isEmpty();
        }
    }

    @Test
    void runsHaveTheirNumbersAndTitles() {
        try (LocalDatabase database = new LocalDatabase(Home.of(directory, Map.of()), Clock.systemUTC())) {
            RunLog runs = new RunLog(database, CLOCK);
            long first =
                    runs.begin(new NewRun("world", "20 disks", "p", false, "resource", Duration.ofHours(1)), List.of());
            long second =
                    runs.begin(new NewRun("world", "3 disks", "p", false, "resource", Duration.ofHours(1)), List.of());
            runs.end(first, RunState.DONE);
            LedgerValues values = new LedgerValues(new OperationLog(database, CLOCK), runs, "world", LATER);
            assertThat(values.candidates("run", ""))
                    .containsExactly(
                            new Known("" + second, "3 disks, running, 3 min ago", "runs", true),
                            new Known("" + first, "20 disks, done, 3 min ago", "runs", true));
        }
    }

    @Test
    void aDatabaseThatCannotBeReadOffersNothing() throws Exception {
        Files.writeString(directory.resolve("dpsh.db"), "this is no database at all, and long enough to be looked at");
        try (LocalDatabase database = new LocalDatabase(Home.of(directory, Map.of()), Clock.systemUTC())) {
            LedgerValues values =
                    new LedgerValues(new OperationLog(database, CLOCK), new RunLog(database, CLOCK), "world", LATER);
            assertThat(values.candidates("operation", "")).isEmpty();
            assertThat(values.candidates("run", "")).isEmpty();
        }
    }
}
