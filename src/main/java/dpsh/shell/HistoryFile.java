package dpsh.shell;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file that the history is kept in, readable by its owner only. */
final class HistoryFile {
    private HistoryFile() {}

    /**
     * Makes the file if it is missing and takes other people's rights off it.
     *
     * @return null when it can be used, otherwise why not
     */
    static @Nullable String prepare(Path file) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            boolean posix = Files.getFileAttributeView(file.toAbsolutePath(), PosixFileAttributeView.class) != null;
            create(file, posix);
            if (posix) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return Files.isWritable(file) && Files.isRegularFile(file) ? null : file + " cannot be written";
        } catch (IOException e) {
            return file + " cannot be written (" + e.getClass().getSimpleName() + ")";
        }
    }

    private static void create(Path file, boolean posix) throws IOException {
        try {
            if (posix) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly()));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            // Kept from an earlier session.
        }
    }

    private static Set<java.nio.file.attribute.PosixFilePermission> ownerOnly() {
        return PosixFilePermissions.fromString("rw-------");
    }
}
