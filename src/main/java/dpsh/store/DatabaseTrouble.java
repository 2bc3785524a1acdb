package dpsh.store;

import dpsh.arm.DpshException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a failure of the local database means for the operator: what failed, why, and what to do. */
final class DatabaseTrouble {
    private final Path file;

    DatabaseTrouble(Path file) {
        this.file = file;
    }

    DpshException.LedgerUnavailable reading(SQLException e) {
        return explain("the local database cannot be read", e);
    }

    DpshException.LedgerUnavailable writing(SQLException e) {
        return explain("the local database cannot be written", e);
    }

    private DpshException.LedgerUnavailable explain(String what, SQLException e) {
        if (e instanceof NativeLibrary.UnpackException) {
            return trouble(
                    what,
                    "the SQLite library cannot be unpacked in '" + System.getProperty("java.io.tmpdir") + "': "
                            + e.getMessage(),
                    "name a directory that can be written: JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR",
                    e);
        }
        if (e instanceof UnfitException unfit) {
            return trouble(what, unfit.getMessage(), unfit.inTheWay ? moveAway() : unfit.next, e);
        }
        return switch (primary(e)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                trouble(what, "'" + file + "' is damaged or no SQLite database", moveAway(), e);
            case SQLITE_FULL ->
                trouble(what, "the disk that holds '" + file + "' is full", "make room there, then repeat", e);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                trouble(what, "another process has kept '" + file + "' locked", "end that process, or repeat", e);
            case SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_AUTH ->
                trouble(
                        what,
                        "'" + file + "' cannot be opened or changed by this user",
                        "correct owner and mode of it and of its directory, or give another directory with --home DIR",
                        e);
            case SQLITE_IOERR ->
                trouble(
                        what,
                        "the disk that holds '" + file + "' reports an error (" + e.getMessage() + ")",
                        "check whether it is full or broken, or give another directory with --home DIR",
                        e);
            default -> trouble(what, "'" + file + "': " + e.getMessage(), moveAway(), e);
        };
    }

    /** SQLite's primary result code: the low byte of an extended one (sqlite.org/rescode.html). */
    static SQLiteErrorCode primary(SQLException e) {
        return e instanceof SQLiteException sqlite
                ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff)
                : SQLiteErrorCode.SQLITE_ERROR;
    }

    /** Whether only the statement failed: the transaction that it was part of is as it was before (sqlite.org/lang_transaction.html). */
    static boolean ofOneStatement(SQLException e) {
        return switch (primary(e)) {
            case SQLITE_CONSTRAINT, SQLITE_ERROR, SQLITE_MISMATCH, SQLITE_TOOBIG, SQLITE_RANGE -> true;
            default -> false;
        };
    }

    /** The same trouble for one more thread: each may say what it concerns. */
    static Throwable again(Throwable trouble) {
        return trouble instanceof DpshException.LedgerUnavailable e
                ? new DpshException.LedgerUnavailable(e.what(), e.why(), e.next(), e)
                : trouble;
    }

    private String moveAway() {
        return "move it away: mv '" + file + "' '" + file + ".old'; protection at Azure is not affected";
    }

    private static DpshException.LedgerUnavailable trouble(
            String what, @Nullable String why, @Nullable String next, SQLException cause) {
        return new DpshException.LedgerUnavailable(what, why, next, cause);
    }

    /** What stands at the database's place is in order, or not even a file, but not what this process can use. */
    static final class UnfitException extends SQLException {
        private static final long serialVersionUID = 1L;

        private final boolean inTheWay;
        private final @Nullable String next;

        private UnfitException(String why, boolean inTheWay, @Nullable String next) {
            super(why);
            this.inTheWay = inTheWay;
            this.next = next;
        }

        /** Something else stands there; it may be moved away. */
        static UnfitException inTheWay(String why) {
            return new UnfitException(why, true, null);
        }

        /** It must be left alone. */
        static UnfitException leaveIt(String why, String next) {
            return new UnfitException(why, false, next);
        }
    }
}
