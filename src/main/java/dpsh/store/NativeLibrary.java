package dpsh.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;

/**
 * The C library of SQLite, which the driver unpacks from its jar. It is unpacked into a directory of its own that is
 * removed as soon as the library is loaded: the driver by itself removes it at a regular exit only, and a killed process
 * would leave a megabyte behind each time.
 */
final class NativeLibrary {
    private static final String DRIVERS_DIRECTORY = "org.sqlite.tmpdir";
    /** What went wrong when this process loaded it, or null. */
    private static final @Nullable Throwable FAILURE = load();

    private NativeLibrary() {}

    /** @throws SQLException when it cannot be unpacked or loaded */
    static void require() throws SQLException {
        if (FAILURE != null) {
            throw new UnpackException(FAILURE);
        }
    }

    /** The driver asks the system about itself on the way and may swallow an interrupt, which is kept for whoever waits next. */
    private static @Nullable Throwable load() {
        boolean interrupted = Thread.interrupted();
        try {
            return unpack();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static @Nullable Throwable unpack() {
        if (System.getProperty(DRIVERS_DIRECTORY) != null) {
            return initialize(); // somebody knows better
        }
        try {
            Path own = Files.createTempDirectory("dpsh-sqlite-");
            System.setProperty(DRIVERS_DIRECTORY, own.toString());
            try {
                return initialize();
            } finally {
                System.clearProperty(DRIVERS_DIRECTORY);
                remove(own);
            }
        } catch (IOException e) {
            return e;
        }
    }

    private static @Nullable Throwable initialize() {
        try {
            SQLiteJDBCLoader.initialize();
            return null;
        } catch (Exception | LinkageError e) { // Exception: as the driver declares it
            return e;
        }
    }

    /** Windows does not let go of a loaded library; there the driver's own removal at exit has to do. */
    private static void remove(Path directory) throws IOException {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    /** The library could not be unpacked or loaded. */
    static final class UnpackException extends SQLException {
        private static final long serialVersionUID = 1L;

        UnpackException(Throwable cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }
}
