package dpsh.store;

import static dpsh.store.Ledgers.WORLD;
import static dpsh.store.Ledgers.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several shells on one home, and shells that end without a word. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SharedLedgerTest {
    @TempDir
    Path directory;

    private Path home;
    private Path temporary;

    @BeforeEach
    void places() throws Exception {
        home = directory.resolve("home");
        temporary = Files.createDirectory(directory.resolve("tmp"));
    }

    /** Eight connections open a database that does not exist yet, at the same moment, and write. */
    @RepeatedTest(5)
    void noWriteOfManyThreadsIsLost() throws Exception {
        int connections = 8;
        int each = 20;
        CyclicBarrier start = new CyclicBarrier(connections);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int c = 0; c < connections; c++) {
                running.add(threads.submit(() -> {
                    List<Long> numbers = new ArrayList<>();
                    try (LocalDatabase database = Ledgers.database(home)) {
                        OperationLog log = Ledgers.log(database);
                        start.await();
                        for (int i = 0; i < each; i++) {
                            long number = log.record(request(WORLD, "c"));
                            log.accepted(number, Ledgers.accepted());
                            numbers.add(number);
                        }
                    }
                    return numbers;
                }));
            }
            Set<Long> all = new TreeSet<>();
            for (Future<List<Long>> one : running) {
                all.addAll(one.get());
            }
            assertThat(all).hasSize(connections * each);
            try (LocalDatabase database = Ledgers.database(home)) {
                assertThat(Ledgers.log(database).list(WORLD, true, 1000))
                        .hasSize(connections * each)
                        .allMatch(row -> row.state() == OperationState.ACCEPTED);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void noWriteOfTwoProcessesIsLost() throws Exception {
        int each = 60;
        int threads = 3;
        String[] arguments = {home.toString(), "many", String.valueOf(each), String.valueOf(threads)};
        Set<String> printed = new TreeSet<>();
        try (ChildProcess first = ChildProcess.start(temporary, arguments);
                ChildProcess second = ChildProcess.start(temporary, arguments)) {
            assertThat(List.of(first.line(), second.line())).containsExactly("ready", "ready");
            first.send("go");
            second.send("go");
            printed.addAll(first.remainingLines());
            printed.addAll(second.remainingLines());
            assertThat(List.of(first.waitForEnd(), second.waitForEnd())).containsExactly(0, 0);
        }
        assertThat(printed).hasSize(2 * threads * each);
        assertThat(numbersInLedger()).containsExactlyInAnyOrderElementsOf(printed);
    }

    /** SIGKILL at an arbitrary moment after some numbers were handed out: each of them is in the ledger. */
    @RepeatedTest(5)
    void whatWasRecordedSurvivesAKill() throws Exception {
        List<String> printed = new ArrayList<>();
        try (ChildProcess child = ChildProcess.start(temporary, home.toString(), "endless")) {
            for (int i = 0; i < 7; i++) {
                printed.add(child.line());
            }
            child.kill();
            printed.addAll(child.remainingLines());
        }
        assertThat(numbersInLedger()).containsAll(printed);
        try (LocalDatabase database = Ledgers.database(home)) {
            long last = Long.parseLong(printed.get(printed.size() - 1));
            assertThat(Ledgers.log(database).record(request(WORLD, "next"))).isGreaterThan(last);
        }
        assertThat(temporary).isEmptyDirectory();
    }

    /** The same where eight threads share commits. */
    @RepeatedTest(5)
    void whatACrowdRecordedSurvivesAKill() throws Exception {
        List<String> printed = new ArrayList<>();
        try (ChildProcess child = ChildProcess.start(temporary, home.toString(), "crowd")) {
            for (int i = 0; i < 50; i++) {
                printed.add(child.line());
            }
            child.kill();
            printed.addAll(child.remainingLines());
        }
        assertThat(numbersInLedger()).containsAll(printed);
    }

    /** A poll is not flushed to the disk, but the system has it. */
    @Test
    void aPollSurvivesAKill() throws Exception {
        List<String> printed = new ArrayList<>();
        try (ChildProcess child = ChildProcess.start(temporary, home.toString(), "polls")) {
            for (int i = 0; i < 50; i++) {
                printed.add(child.line());
            }
            child.kill();
            printed.addAll(child.remainingLines());
        }
        int last = printed.stream().mapToInt(Integer::parseInt).max().orElseThrow();
        try (LocalDatabase database = Ledgers.database(home)) {
            String detail = Ledgers.log(database).find(1).detail();
            assertThat(Integer.parseInt(detail)).isGreaterThanOrEqualTo(last);
        }
    }

    /** Where files cannot grow the record is refused, no earlier one is lost, and reading goes on. */
    @Test
    void aFullDiskRefusesTheRecordAndKeepsWhatIsThere() throws Exception {
        List<String> printed;
        try (ChildProcess child = ChildProcess.startWithLongestFile(2048, temporary, home.toString(), "fill")) {
            printed = new ArrayList<>(child.remainingLines());
            assertThat(child.waitForEnd()).isZero();
        }
        String stillRead = printed.remove(printed.size() - 1);
        String refusal = printed.remove(printed.size() - 1);
        assertThat(refusal).startsWith("the local database cannot be written|the disk that holds '" + home);
        assertThat(printed).isNotEmpty();
        assertThat(stillRead).isEqualTo("still read: " + printed.size());
        assertThat(numbersInLedger()).containsExactlyInAnyOrderElementsOf(printed);
    }

    @Test
    void aTemporaryDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        Path inTheWay = Files.createFile(directory.resolve("file"));
        try (ChildProcess child = ChildProcess.start(inTheWay, home.toString(), "fill")) {
            String refusal = child.line();
            assertThat(refusal)
                    .startsWith("the local database cannot be written|the SQLite library cannot be unpacked in '"
                            + inTheWay + "'")
                    .endsWith("|name a directory that can be written: JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR");
        }
    }

    private List<String> numbersInLedger() {
        try (LocalDatabase database = Ledgers.database(home)) {
            Stream<OperationRow> rows = Ledgers.log(database).list(WORLD, false, 1_000_000).stream();
            return rows.map(row -> String.valueOf(row.number())).toList();
        }
    }
}
