package dpsh.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens connections to one SQLite file. The file is never opened in any other way: closing it would drop SQLite's locks. */
final class DatabaseFile {
    /** How long a statement waits for another process before it fails, in milliseconds. */
    static final int BUSY_MILLIS = 10_000;

    /** Each attempt waits for whoever holds the file, so this is never reached by waiting alone. */
    private static final int WAL_ATTEMPTS = 50;

    private final Path file;
    private final Schema schema;

    DatabaseFile(Path file, Schema schema) {
        this.file = file;
        this.schema = schema;
    }

    /** A connection to the existing file, with its tables at the newest version. */
    Connection openForWriting(Instant now) throws SQLException {
        refuseUnfit();
        Connection connection = connect("mode=rw");
        try {
            Sql sql = new Sql(connection);
            schema.versionOf(sql); // another program's database is left as it is
            logAhead(sql);
            sql.run("BEGIN IMMEDIATE");
            schema.migrate(sql);
            schema.pruneWorlds(sql, now);
            sql.run("COMMIT");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * A connection that cannot write.
     *
     * @return null when the tables are of an older version
     */
    @Nullable
    Connection openForReading() throws SQLException {
        refuseUnfit();
        try {
            return openForReading("mode=ro");
        } catch (SQLiteException e) {
            if (!nothingCanBeMade(e) || somethingInLog()) {
                throw e;
            }
            // Where no file can be made beside it (sqlite.org/wal.html, "Read-Only Databases") nobody else writes
            // either.
            return openForReading("mode=ro&immutable=1");
        }
    }

    /** The directory takes no file, or the disk has no room for one. */
    private static boolean nothingCanBeMade(SQLiteException e) {
        return switch (e.getResultCode()) {
            case SQLITE_IOERR_SHMOPEN, SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_SHMMAP -> true;
            default -> {
                SQLiteErrorCode code = DatabaseTrouble.primary(e);
                yield code == SQLiteErrorCode.SQLITE_CANTOPEN || code == SQLiteErrorCode.SQLITE_READONLY;
            }
        };
    }

    private @Nullable Connection openForReading(String mode) throws SQLException {
        Connection connection = connect(mode);
        try {
            if (schema.versionOf(new Sql(connection)) < schema.newest()) {
                connection.close();
                return null;
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Connection connect(String mode) throws SQLException {
        NativeLibrary.require();
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return config.createConnection("jdbc:sqlite:file:" + file.toUri().getRawPath() + "?" + mode);
    }

    /**
     * Turns the write-ahead log on. While another process does the same, SQLite may answer "busy" without waiting; an
     * exclusive transaction waits for that process.
     */
    private static void logAhead(Sql sql) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                sql.run("PRAGMA journal_mode = WAL");
                return;
            } catch (SQLiteException e) {
                if (DatabaseTrouble.primary(e) != SQLiteErrorCode.SQLITE_BUSY || attempt == WAL_ATTEMPTS) {
                    throw e;
                }
            }
            sql.run("BEGIN EXCLUSIVE");
            sql.run("COMMIT");
        }
    }

    private void refuseUnfit() throws SQLException {
        Path inTheWay = Home.inTheWay(file);
        if (inTheWay != null) {
            throw DatabaseTrouble.UnfitException.leaveIt(
                    "'" + inTheWay + "' is a file where a directory belongs",
                    "give another directory with --home DIR or DPSH_HOME");
        }
        if (Files.isDirectory(file)) {
            throw DatabaseTrouble.UnfitException.inTheWay("'" + file + "' is a directory");
        }
    }

    private boolean somethingInLog() {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        try {
            return Files.isRegularFile(log) && Files.size(log) > 0;
        } catch (IOException e) {
            return true; // not to be seen: rather no answer than an old one
        }
    }
}
