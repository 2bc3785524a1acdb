package dpsh.store;

import static dpsh.store.Ledgers.WORLD;
import static dpsh.store.Ledgers.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dpsh.arm.DpshException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Many threads, one commit. Red, each tried: {@code LocalDatabase.apply} without its ROLLBACK; {@code
 * DatabaseTrouble.ofOneStatement} answering true for everything; {@code CommitQueue.take} taking one at a time;
 * {@code LocalDatabase.commit} without {@code failed} for the batch.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SharedCommitTest {
    @TempDir
    Path directory;

    private LocalDatabase database;
    private OperationLog log;
    private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
    private final Map<String, Sql> transactions = new ConcurrentHashMap<>();

    @BeforeEach
    void open() {
        database = Ledgers.database(directory);
        log = Ledgers.log(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Runs the works in one batch: they queue up, one after the other, while an earlier one is being written. */
    private void together(Map<String, LocalDatabase.Work<?>> works, List<String> order) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        threads.add(start("first", sql -> {
            begun.countDown();
            awaitQuietly(go);
            return 0;
        }));
        begun.await();
        for (String name : order) {
            Thread thread = start(name, works.get(name));
            threads.add(thread);
            while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
                Thread.onSpinWait();
            }
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private Thread start(String name, LocalDatabase.Work<?> work) {
        Thread thread = new Thread(() -> {
            Throwable failure = catchThrowable(() -> database.write(sql -> {
                transactions.put(name, sql);
                return work.on(sql);
            }));
            if (failure != null) {
                failures.put(name, failure);
            }
        });
        thread.start();
        return thread;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LocalDatabase.Work<?> insert(String note) {
        return sql -> sql.update(
                "INSERT INTO resources (world, id_key, id, kind, name, name_key, note, seen_at)"
                        + " VALUES ('w', ?, 'i', 'k', 'n', 'n', ?, 0)",
                note,
                note);
    }

    private List<String> notes() {
        return database.read(
                List.of(), sql -> sql.query(row -> row.getString(1), "SELECT note FROM resources ORDER BY rowid"));
    }

    @Test
    void whoWaitsIsCommittedTogetherInTheOrderOfComing() throws InterruptedException {
        together(Map.of("a", insert("a"), "b", insert("b"), "c", insert("c")), List.of("a", "b", "c"));
        assertThat(notes()).containsExactly("a", "b", "c");
        assertThat(failures).isEmpty();
        assertThat(transactions.get("a")).isSameAs(transactions.get("c")).isNotSameAs(transactions.get("first"));
    }

    @Test
    void aBadWorkIsUndoneAloneAndItsAskerIsTold() throws InterruptedException {
        LocalDatabase.Work<?> twice = sql -> {
            insert("half").on(sql);
            return insert("a").on(sql);
        };
        LocalDatabase.Work<?> broken = sql -> {
            insert("other half").on(sql);
            throw new IllegalStateException("a mistake of ours");
        };
        together(
                Map.of("a", insert("a"), "twice", twice, "broken", broken, "b", insert("b")),
                List.of("a", "twice", "broken", "b"));
        assertThat(notes()).containsExactly("a", "b");
        assertThat(failures).containsOnlyKeys("twice", "broken");
        assertThat(failures.get("twice")).isInstanceOf(DpshException.LedgerUnavailable.class);
        assertThat(failures.get("broken")).hasMessage("a mistake of ours");
        assertThat(transactions.get("a")).isSameAs(transactions.get("b"));
    }

    @Test
    void aFullDiskFailsAllThatShareTheCommitAndEachIsToldByItself() throws InterruptedException {
        LocalDatabase.Work<?> full = sql -> {
            throw new SQLiteException("disk full", SQLiteErrorCode.SQLITE_FULL);
        };
        together(Map.of("a", insert("a"), "full", full, "b", insert("b")), List.of("a", "full", "b"));
        assertThat(notes()).isEmpty();
        assertThat(failures).containsOnlyKeys("a", "full", "b");
        assertThat(failures.values())
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("is full"))
                .doesNotHaveDuplicates();
        database.write(insert("later"));
        assertThat(notes()).containsExactly("later");
    }

    @Test
    void aFailureThatIsNotTheDisksIsItsAskersOwn() throws InterruptedException {
        LocalDatabase.Work<?> unreadable = sql -> {
            throw new SQLException("a row is unreadable");
        };
        together(Map.of("unreadable", unreadable, "a", insert("a")), List.of("unreadable", "a"));
        assertThat(failures).containsOnlyKeys("unreadable");
        assertThat(notes()).containsExactly("a");
    }

    @Test
    void aWaitingThreadKeepsItsInterrupt() throws InterruptedException {
        Set<String> interrupted = ConcurrentHashMap.newKeySet();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Thread leader = start("first", sql -> {
            begun.countDown();
            awaitQuietly(go);
            return 0;
        });
        begun.await();
        Thread waiting = new Thread(() -> {
            log.record(request(WORLD, "interrupted"));
            if (Thread.interrupted()) {
                interrupted.add("kept");
            }
        });
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        waiting.interrupt();
        go.countDown();
        leader.join();
        waiting.join();
        assertThat(interrupted).containsExactly("kept");
        assertThat(log.list(WORLD, false, 10)).hasSize(1);
    }

    @Test
    void afterAPollADurableChangeIsFlushedAgain() {
        long number = log.record(request(WORLD, "1"));
        log.polled(number, "Inprogress");
        long poll = database.write(Durability.PROCESS, sql -> sql.number("PRAGMA synchronous"));
        long change = database.write(sql -> sql.number("PRAGMA synchronous"));
        assertThat(List.of(poll, change)).as("NORMAL, then FULL").containsExactly(1L, 2L);
        assertThat(catchThrowableOfType(DpshException.LedgerUnavailable.class, () -> log.polled(7, "x")))
                .hasMessageContaining("no operation of that number");
    }
}
