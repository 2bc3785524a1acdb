package dpsh.store;

import dpsh.arm.DpshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The SQLite database of a {@link Home}, opened when it is first needed. Safe for any number of threads and processes: in
 * a process one connection reads and one writes, each behind its own fair lock, so that a reader never waits for a writer;
 * between processes SQLite's own locks are waited for, up to {@link DatabaseFile#BUSY_MILLIS}.
 *
 * <p>What {@link #write(Work)} did is on the disk when it returns. Reading makes no file, and goes on where writing is
 * impossible. Every failure is a {@link DpshException.LedgerUnavailable}.
 */
public final class LocalDatabase implements AutoCloseable {
    private final Home home;
    private final Clock clock;
    private final DatabaseFile file;
    private final DatabaseTrouble trouble;

    private final CommitQueue commits = new CommitQueue(this::commit);
    private final ReentrantLock writing = new ReentrantLock(true);
    private @Nullable Connection writer;
    /** How the writer was opened, until it is told otherwise. */
    private boolean flushing = true;
    /** The file that the writer opened first: a record in a file that was moved away would be lost. */
    private @Nullable Object written;

    private final ReentrantLock reading = new ReentrantLock(true);
    private @Nullable Connection reader;
    private @Nullable Object read;

    private volatile boolean closed;

    /** @param clock the wall clock, for the age of what is removed */
    public LocalDatabase(Home home, Clock clock) {
        this(home, clock, Schema.CURRENT);
    }

    LocalDatabase(Home home, Clock clock, Schema schema) {
        this.home = home;
        this.clock = clock;
        this.file = new DatabaseFile(home.database(), schema);
        this.trouble = new DatabaseTrouble(home.database());
    }

    /**
     * Runs the work so that all of it is kept or nothing, and nobody else writes meanwhile. Works of several threads may share a
     * transaction and its commit; one that fails is undone by itself, and a disk that fails fails all of them.
     */
    <T> T write(Work<T> work) {
        return write(Durability.POWER_CUT, work);
    }

    /** The same, and how much the result must outlive. */
    <T> T write(Durability durability, Work<T> work) {
        return commits.run(new Change<>(durability, work));
    }

    private void commit(List<Change<?>> together) {
        writing.lock();
        try {
            Sql sql = new Sql(writer());
            flush(sql, together.stream().anyMatch(change -> change.durability() == Durability.POWER_CUT));
            sql.run("BEGIN IMMEDIATE");
            for (Change<?> change : together) {
                apply(sql, change);
            }
            sql.run("COMMIT");
        } catch (SQLException e) {
            writer = abandon(writer, e);
            together.forEach(change -> change.failed(trouble.writing(e)));
        } catch (RuntimeException | Error e) { // whatever it is, nobody may believe that it is on the disk
            writer = abandon(writer, e);
            together.forEach(change -> change.failed(DatabaseTrouble.again(e)));
        } finally {
            writing.unlock();
        }
    }

    /** Whether a commit waits for the disk to flush the write-ahead log (sqlite.org/pragma.html#pragma_synchronous). */
    private void flush(Sql sql, boolean wanted) throws SQLException {
        if (wanted != flushing) {
            sql.run("PRAGMA synchronous = " + (wanted ? "FULL" : "NORMAL"));
            flushing = wanted;
        }
    }

    /** @throws SQLException when the transaction as a whole cannot go on */
    private void apply(Sql sql, Change<?> change) throws SQLException {
        sql.run("SAVEPOINT change");
        try {
            change.run(sql);
        } catch (SQLException e) {
            if (!DatabaseTrouble.ofOneStatement(e)) {
                throw e;
            }
            change.failed(trouble.writing(e));
        } catch (RuntimeException | Error e) { // the work's own; who asked for it gets it
            change.failed(e);
        }
        if (change.hasFailed()) {
            sql.run("ROLLBACK TO change");
        }
        sql.run("RELEASE change");
    }

    /**
     * Runs the work on what was committed last.
     *
     * @param empty the result when there is no database yet
     */
    <T> T read(T empty, Work<T> work) {
        reading.lock();
        try {
            if (Files.notExists(home.database())) {
                return empty;
            }
            return work.on(new Sql(reader()));
        } catch (SQLException e) {
            reader = abandon(reader, e);
            throw trouble.reading(e);
        } finally {
            reading.unlock();
        }
    }

    private Connection writer() throws SQLException {
        refuseWhenClosed();
        Object inPlace = identity();
        if (written != null && !written.equals(inPlace)) {
            throw DatabaseTrouble.UnfitException.leaveIt(
                    "'" + home.database() + "' was moved away or replaced while this dpsh was running",
                    "leave this dpsh and start it again");
        }
        Connection current = writer;
        if (current == null) {
            home.makePrivate(home.database());
            current = file.openForWriting(clock.instant());
            writer = current;
            flushing = true;
            written = identity();
        }
        return current;
    }

    private Connection reader() throws SQLException {
        refuseWhenClosed();
        Object inPlace = identity();
        Connection current = reader;
        if (current != null && Objects.equals(inPlace, read)) {
            return current;
        }
        if (current != null) {
            current.close();
            reader = null;
        }
        current = file.openForReading();
        if (current == null) {
            write(sql -> 0L); // brings the tables up to date
            current = file.openForReading();
        }
        if (current == null) {
            throw DatabaseTrouble.UnfitException.inTheWay("its tables cannot be brought up to date");
        }
        reader = current;
        read = inPlace;
        return current;
    }

    /** What tells this file from another one at the same path; null when there is none or the system does not say. */
    private @Nullable Object identity() {
        try {
            return Files.readAttributes(home.database(), BasicFileAttributes.class)
                    .fileKey();
        } catch (IOException e) {
            return null; // opening it says what is wrong
        }
    }

    private void refuseWhenClosed() throws SQLException {
        if (closed) {
            throw DatabaseTrouble.UnfitException.leaveIt("dpsh is ending", "start it again");
        }
    }

    /** After a failure the connection is not trusted any more; closing it undoes what was not committed. */
    private static @Nullable Connection abandon(@Nullable Connection connection, Throwable failure) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
        }
        return null;
    }

    /** Closes what is open; whatever comes later is refused. */
    @Override
    public void close() {
        closed = true;
        reading.lock();
        writing.lock();
        try {
            // The writer last: it is the one that can fold the write-ahead log into the database.
            for (Connection connection : new @Nullable Connection[] {reader, writer}) {
                if (connection != null) {
                    connection.close();
                }
            }
        } catch (SQLException e) {
            throw trouble.writing(e);
        } finally {
            reader = null;
            writer = null;
            writing.unlock();
            reading.unlock();
        }
    }

    /** Work on an open database. */
    @FunctionalInterface
    interface Work<T> {
        T on(Sql sql) throws SQLException;
    }
}
