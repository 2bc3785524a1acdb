package dpsh.store;

import static dpsh.store.Ledgers.WORLD;
import static dpsh.store.Ledgers.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dpsh.arm.DpshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDatabaseTest {
    @TempDir
    Path directory;

    @Test
    void readingMakesNoFile() {
        Path home = directory.resolve("new");
        try (LocalDatabase database = Ledgers.database(home)) {
            assertThat(Ledgers.log(database).list(WORLD, false, 10)).isEmpty();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void theDatabaseAndItsLogsArePrivate() throws IOException {
        Path home = directory.resolve("new");
        try (LocalDatabase database = Ledgers.database(home)) {
            Ledgers.log(database).record(request(WORLD, "1"));
            assertThat(mode(home)).isEqualTo("rwx------");
            assertThat(mode(home.resolve("dpsh.db"))).isEqualTo("rw-------");
            assertThat(mode(home.resolve("dpsh.db-wal"))).isEqualTo("rw-------");
            assertThat(mode(home.resolve("dpsh.db-shm"))).isEqualTo("rw-------");
        }
    }

    @Test
    void aDatabaseThatOthersCouldReadIsMadePrivate() throws IOException {
        Files.createFile(directory.resolve("dpsh.db"));
        Files.setPosixFilePermissions(directory.resolve("dpsh.db"), PosixFilePermissions.fromString("rw-r--r--"));
        try (LocalDatabase database = Ledgers.database(directory)) {
            assertThat(Ledgers.log(database).record(request(WORLD, "1"))).isEqualTo(1);
        }
        assertThat(mode(directory.resolve("dpsh.db"))).isEqualTo("rw-------");
    }

    @Test
    void aHomeWithOddCharactersWorks() {
        Path home = directory.resolve("a b?c%20d#é'x");
        try (LocalDatabase database = Ledgers.database(home)) {
            Ledgers.log(database).record(request(WORLD, "1"));
        }
        assertThat(home.resolve("dpsh.db")).isRegularFile();
        try (LocalDatabase database = Ledgers.database(home)) {
            assertThat(Ledgers.log(database).list(WORLD, false, 10)).hasSize(1);
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws IOException {
        Path file = Files.writeString(directory.resolve("dpsh.db"), "not a database, but long enough ".repeat(200));
        byte[] before = Files.readAllBytes(file);
        try (LocalDatabase database = Ledgers.database(directory)) {
            assertRefused(database, "'" + file + "' is damaged or no SQLite database", moveAway(file));
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aDamagedDatabaseIsRefusedInReadingAndWriting() throws IOException {
        try (LocalDatabase database = Ledgers.database(directory)) {
            Ledgers.log(database).record(request(WORLD, "1"));
        }
        Path file = directory.resolve("dpsh.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 100, bytes.length, (byte) 0x5a);
        Files.write(file, bytes);
        try (LocalDatabase database = Ledgers.database(directory)) {
            assertRefused(database, "'" + file + "' is damaged or no SQLite database", moveAway(file));
        }
    }

    @Test
    void aDirectoryInItsPlaceIsRefused() throws IOException {
        Path file = Files.createDirectory(directory.resolve("dpsh.db"));
        try (LocalDatabase database = Ledgers.database(directory)) {
            assertRefused(database, "'" + file + "' is a directory", moveAway(file));
        }
    }

    @Test
    void aHomeThatCannotBeMadeIsRefused() throws IOException {
        Path inTheWay = Files.createFile(directory.resolve("file"));
        try (LocalDatabase database = Ledgers.database(inTheWay.resolve("home"))) {
            OperationLog log = Ledgers.log(database);
            DpshException.LedgerUnavailable writing = refusal(() -> log.record(request(WORLD, "1")));
            assertThat(writing.why()).contains(inTheWay.toString());
            assertThat(writing.next()).contains("--home DIR");
            assertThat(refusal(() -> log.find(1)).next()).contains("--home DIR");
        }
    }

    /** Works for root too: SQLite cannot open its log, or the index of it, where a directory stands. */
    @ParameterizedTest
    @ValueSource(strings = {"dpsh.db-shm", "dpsh.db-wal"})
    void whatCannotBeWrittenCanStillBeRead(String inTheWay) throws IOException {
        try (LocalDatabase database = Ledgers.database(directory)) {
            Ledgers.log(database).record(request(WORLD, "1"));
        }
        Files.createDirectory(directory.resolve(inTheWay));
        try (LocalDatabase database = Ledgers.database(directory)) {
            OperationLog log = Ledgers.log(database);
            assertThat(refusal(() -> log.record(request(WORLD, "2"))).what())
                    .isEqualTo("the local database cannot be written");
            assertThat(log.list(WORLD, false, 10))
                    .extracting(OperationRow::clientRequestId)
                    .containsExactly("1");
            assertThat(refusal(() -> log.polled(1, "x")).next()).contains("--home DIR");
        }
    }

    @Test
    void theNewestRowsAreReadFromALogThatCannotBeFoldedIn() throws IOException {
        Path copy = Files.createDirectory(directory.resolve("copy"));
        try (LocalDatabase database = Ledgers.database(directory)) {
            Ledgers.log(database).record(request(WORLD, "in the log only"));
            for (String name : new String[] {"dpsh.db", "dpsh.db-wal"}) {
                Files.copy(directory.resolve(name), copy.resolve(name));
            }
        }
        Files.createDirectory(copy.resolve("dpsh.db-shm"));
        try (LocalDatabase database = Ledgers.database(copy)) {
            assertThat(Ledgers.log(database).list(WORLD, false, 10))
                    .extracting(OperationRow::clientRequestId)
                    .containsExactly("in the log only");
        }
    }

    @Test
    void whatWasRepairedMeanwhileWorksAgain() throws IOException {
        Path file = Files.createDirectory(directory.resolve("dpsh.db"));
        try (LocalDatabase database = Ledgers.database(directory)) {
            OperationLog log = Ledgers.log(database);
            refusal(() -> log.record(request(WORLD, "1")));
            Files.delete(file);
            assertThat(log.record(request(WORLD, "1"))).isEqualTo(1);
            assertThat(log.list(WORLD, true, 10)).hasSize(1);
        }
    }

    /** Else a record would go into a file that nobody finds, and numbers would begin anew under running operations. */
    @Test
    void nothingIsRecordedInAFileThatWasMovedAway() throws IOException {
        try (LocalDatabase database = Ledgers.database(directory)) {
            OperationLog log = Ledgers.log(database);
            log.record(request(WORLD, "1"));
            Files.move(directory.resolve("dpsh.db"), directory.resolve("elsewhere"));
            DpshException.LedgerUnavailable refused = refusal(() -> log.record(request(WORLD, "2")));
            assertThat(refused.why()).contains("was moved away or replaced while this dpsh was running");
            assertThat(refused.next()).isEqualTo("leave this dpsh and start it again");
        }
    }

    @Test
    void anInterruptedThreadStillRecords() {
        try (LocalDatabase database = Ledgers.database(directory)) {
            OperationLog log = Ledgers.log(database);
            Thread.currentThread().interrupt();
            long number;
            try {
                number = log.record(request(WORLD, "1"));
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(log.find(number)).isNotNull();
        }
    }

    @Test
    void whatFailsHalfwayIsUndone() {
        try (LocalDatabase database = Ledgers.database(directory)) {
            OperationLog log = Ledgers.log(database);
            long number = log.record(request(WORLD, "1"));
            refusal(() -> database.write(sql -> {
                sql.update("DELETE FROM operations WHERE number = ?", number);
                return sql.update("INSERT INTO operations (number) VALUES (?)", number);
            }));
            assertThat(log.find(number)).isNotNull();
            assertThat(log.record(request(WORLD, "2"))).isEqualTo(number + 1);
        }
    }

    @Test
    void afterTheEndNothingIsRecorded() {
        LocalDatabase database = Ledgers.database(directory);
        OperationLog log = Ledgers.log(database);
        log.record(request(WORLD, "1"));
        database.close();
        assertThat(refusal(() -> log.record(request(WORLD, "2"))).why()).isEqualTo("dpsh is ending");
        database.close();
    }

    @Test
    void sandboxesOfLastWeekAreForgottenAndNothingElse() {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        Instant old = now.minus(Schema.SANDBOX_KEPT).minusMillis(1);
        String kept = "sandbox:kept";
        try (LocalDatabase database = new LocalDatabase(Ledgers.home(directory), fixed(old))) {
            OperationLog log = new OperationLog(database, fixed(old));
            log.record(request("sandbox:gone", "1"));
            log.record(request(WORLD, "2"));
            new OperationLog(database, fixed(old.plus(Duration.ofMillis(1)))).record(request(kept, "3"));
            KnownResources known = new KnownResources(database);
            known.remember("sandbox:gone", List.of(seen(old)));
            known.remember(kept, List.of(seen(now)));
            known.remember(WORLD, List.of(seen(old)));
        }
        try (LocalDatabase database = new LocalDatabase(Ledgers.home(directory), fixed(now))) {
            OperationLog log = new OperationLog(database, fixed(now));
            assertThat(log.record(request(WORLD, "4"))).isEqualTo(4);
            assertThat(log.list("sandbox:gone", false, 10)).isEmpty();
            assertThat(log.list(kept, false, 10)).hasSize(1);
            assertThat(log.list(WORLD, false, 10)).hasSize(2);
            KnownResources known = new KnownResources(database);
            assertThat(known.find("sandbox:gone", Ledgers.DISK)).isNull();
            assertThat(known.find(kept, Ledgers.DISK)).isEqualTo(seen(now));
            assertThat(known.find(WORLD, Ledgers.DISK)).isEqualTo(seen(old));
        }
    }

    private static KnownResource seen(Instant when) {
        return new KnownResource(Ledgers.DISK, "disk", "msdiskbackup", null, null, when);
    }

    private static Clock fixed(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static void assertRefused(LocalDatabase database, String why, String next) {
        OperationLog log = Ledgers.log(database);
        DpshException.LedgerUnavailable writing = refusal(() -> log.record(request(WORLD, "1")));
        assertThat(writing.what()).isEqualTo("the local database cannot be written");
        assertThat(writing.why()).isEqualTo(why);
        assertThat(writing.next()).isEqualTo(next);
        DpshException.LedgerUnavailable reading = refusal(() -> log.list(WORLD, false, 10));
        assertThat(reading.what()).isEqualTo("the local database cannot be read");
        assertThat(reading.why()).isEqualTo(why);
        assertThat(reading.next()).isEqualTo(next);
    }

    private static DpshException.LedgerUnavailable refusal(ThrowingCallable call) {
        return catchThrowableOfType(DpshException.LedgerUnavailable.class, call);
    }

    private static String moveAway(Path file) {
        return "move it away: mv '" + file + "' '" + file + ".old'; protection at Azure is not affected";
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
