package dpsh.store;

import static dpsh.store.Ledgers.WORLD;
import static dpsh.store.Ledgers.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dpsh.arm.DpshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

class SchemaTest {
    @TempDir
    Path directory;

    @Test
    void anEmptyFileGetsItsTables() throws IOException {
        Files.createFile(directory.resolve("dpsh.db"));
        try (LocalDatabase database = Ledgers.database(directory)) {
            assertThat(Ledgers.log(database).list(WORLD, false, 10)).isEmpty();
            assertThat(Ledgers.log(database).record(request(WORLD, "1"))).isEqualTo(1);
        }
    }

    @Test
    void anOlderDatabaseIsBroughtForwardWithItsRows() {
        try (LocalDatabase older = Ledgers.database(directory)) {
            Ledgers.log(older).record(request(WORLD, "1"));
        }
        try (LocalDatabase newer = with("ALTER TABLE operations ADD COLUMN colour TEXT DEFAULT 'red'")) {
            assertThat(Ledgers.log(newer).list(WORLD, false, 10)).hasSize(1);
            assertThat(newer.read(List.of(), sql -> sql.query(r -> r.getString(1), "SELECT colour FROM operations")))
                    .containsExactly("red");
        }
    }

    @Test
    void aStepThatFailsChangesNothing() {
        try (LocalDatabase older = Ledgers.database(directory)) {
            Ledgers.log(older).record(request(WORLD, "1"));
        }
        try (LocalDatabase newer = with("DROP TABLE resources", "nonsense")) {
            OperationLog log = Ledgers.log(newer);
            assertThat(catchThrowableOfType(
                            DpshException.LedgerUnavailable.class, () -> log.record(request(WORLD, "2"))))
                    .hasMessageContaining("nonsense");
        }
        try (LocalDatabase older = Ledgers.database(directory)) {
            assertThat(new KnownResources(older).find(WORLD, Ledgers.DISK)).isNull();
            assertThat(Ledgers.log(older).record(request(WORLD, "2"))).isEqualTo(2);
        }
    }

    @Test
    void aNewerDatabaseIsRefusedAndLeftAlone() throws IOException {
        try (LocalDatabase newer = with("ALTER TABLE operations ADD COLUMN colour TEXT")) {
            Ledgers.log(newer).record(request(WORLD, "1"));
        }
        byte[] before = Files.readAllBytes(directory.resolve("dpsh.db"));
        try (LocalDatabase older = Ledgers.database(directory)) {
            OperationLog log = Ledgers.log(older);
            for (var refused : List.of(
                    catchThrowableOfType(DpshException.LedgerUnavailable.class, () -> log.record(request(WORLD, "2"))),
                    catchThrowableOfType(DpshException.LedgerUnavailable.class, () -> log.find(1)))) {
                assertThat(refused.why())
                        .isEqualTo("it was made by a newer dpsh (its version is " + (Schema.CURRENT.newest() + 1)
                                + ", this dpsh knows " + Schema.CURRENT.newest() + ")");
                assertThat(refused.next())
                        .isEqualTo("use the newer dpsh, or give this one another directory with --home DIR");
            }
        }
        assertThat(Files.readAllBytes(directory.resolve("dpsh.db"))).isEqualTo(before);
    }

    @Test
    void theDatabaseOfAnotherProgramIsRefusedAndLeftAlone() throws Exception {
        Path file = directory.resolve("dpsh.db");
        try (var connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bookmarks (url TEXT)");
        }
        byte[] before = Files.readAllBytes(file);
        try (LocalDatabase database = Ledgers.database(directory)) {
            OperationLog log = Ledgers.log(database);
            assertThat(catchThrowableOfType(
                                    DpshException.LedgerUnavailable.class, () -> log.record(request(WORLD, "1")))
                            .why())
                    .isEqualTo("it is a database of another program");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private LocalDatabase with(String... statements) {
        List<List<String>> steps = new ArrayList<>(Schema.CURRENT.steps());
        steps.add(List.of(statements));
        return new LocalDatabase(Ledgers.home(directory), Clock.systemUTC(), new Schema(steps));
    }
}
