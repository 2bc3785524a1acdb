package dpsh.store;

import dpsh.arm.DpshException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where dpsh keeps what it keeps: absolute paths, nothing of which is made before the first write.
 *
 * @param config profiles, aliases, defaults; a properties file
 * @param history the lines that were typed
 * @param database the ledger of operations and the index of known resources (SQLite)
 */
public record Home(Path config, Path history, Path database) {
    /** Where a profile's lines are kept. */
    public Path history(String profile) {
        return profile.equals("default") ? history : history.resolveSibling("history-" + profile);
    }

    /** The lines that the shell begins with, written by the operator. */
    public Path init() {
        return config.resolveSibling("init");
    }

    /** Where requests are kept under names, a file each. */
    public Path drafts() {
        return database.resolveSibling("drafts");
    }

    /** Where the certificate authority of the sandbox is kept. */
    public Path sandboxAuthority() {
        return database.resolveSibling("sandbox-authority");
    }

    private static final Set<PosixFilePermission> PRIVATE_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> PRIVATE_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    /**
     * Chooses the place: the option, else {@code DPSH_HOME}, else the XDG directories (XDG Base Directory Specification
     * 0.8: relative paths in its variables are ignored).
     *
     * @param option what {@code --home} said, or null
     * @param environment the variables {@code DPSH_HOME}, {@code XDG_STATE_HOME}, {@code XDG_CONFIG_HOME} and
     *     {@code HOME}; empty counts as unset
     * @throws DpshException.Usage when nothing says where the user's home is
     */
    public static Home of(@Nullable Path option, Map<String, String> environment) {
        if (option != null) {
            return in(option);
        }
        String given = environment.getOrDefault("DPSH_HOME", "");
        if (!given.isEmpty()) {
            return in(Path.of(given));
        }
        Path state = xdg(environment, "XDG_STATE_HOME", ".local/state");
        Path config = xdg(environment, "XDG_CONFIG_HOME", ".config");
        return new Home(config.resolve("config"), state.resolve("history"), state.resolve("dpsh.db"));
    }

    private static Home in(Path directory) {
        Path home = directory.toAbsolutePath().normalize();
        return new Home(home.resolve("config"), home.resolve("history"), home.resolve("dpsh.db"));
    }

    private static Path xdg(Map<String, String> environment, String variable, String underHome) {
        String given = environment.getOrDefault(variable, "");
        if (!given.isEmpty() && Path.of(given).isAbsolute()) {
            return Path.of(given).normalize().resolve("dpsh");
        }
        String user = environment.getOrDefault("HOME", "");
        if (user.isEmpty()) {
            user = System.getProperty("user.home", "");
        }
        if (!Path.of(user).isAbsolute()) {
            throw new DpshException.Usage(
                    "there is no place for the history and the ledger",
                    "neither HOME nor " + variable + " names a directory",
                    "give one with --home DIR or DPSH_HOME");
        }
        return Path.of(user).resolve(underHome).resolve("dpsh");
    }

    /**
     * Makes one of these files ready to be written: missing directories are made with mode 0700, the file with 0600, and
     * an existing file loses what it grants to others. An existing directory is left as it is.
     *
     * @return the same file
     * @throws DpshException.LedgerUnavailable when that is impossible
     */
    public Path makePrivate(Path file) {
        try {
            Path directory = file.getParent();
            if (directory != null && !Files.isDirectory(directory)) {
                Files.createDirectories(directory, mode(directory, PRIVATE_DIRECTORY));
            }
            if (!createPrivate(file)) {
                tighten(file);
            }
            return file;
        } catch (IOException e) {
            throw new DpshException.LedgerUnavailable(
                    "'" + file + "' cannot be written",
                    reason(file, e),
                    "give another directory with --home DIR or DPSH_HOME",
                    e);
        }
    }

    /**
     * Writes one of these files anew. It is private, and whole at any time: whoever reads it sees the old text or this one.
     *
     * @throws IOException when it cannot be written; it is as it was then
     * @throws DpshException.LedgerUnavailable when nothing can be made beside it
     */
    public void replace(Path file, String whole) throws IOException {
        Path next = makePrivate(file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".new"));
        try {
            try (FileChannel channel =
                    FileChannel.open(next, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(whole.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static boolean createPrivate(Path file) throws IOException {
        if (Files.exists(file)) {
            return false;
        }
        try {
            Files.createFile(file, mode(file, PRIVATE_FILE));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false; // another dpsh made it meanwhile
        }
    }

    private static void tighten(Path file) throws IOException {
        if (!hasModes(file) || Files.isDirectory(file)) {
            return;
        }
        Set<PosixFilePermission> now = Files.getPosixFilePermissions(file);
        if (!PRIVATE_FILE.containsAll(now)) {
            Set<PosixFilePermission> less = EnumSet.copyOf(PRIVATE_FILE);
            less.retainAll(now);
            Files.setPosixFilePermissions(file, less);
        }
    }

    private static FileAttribute<?>[] mode(Path path, Set<PosixFilePermission> mode) {
        return hasModes(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
                : new FileAttribute<?>[0];
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** The file that stands where one of this path's directories belongs, or null. */
    public static @Nullable Path inTheWay(Path path) {
        for (Path above = path.getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above)) {
                return Files.isDirectory(above) ? null : above;
            }
        }
        return null;
    }

    private static String reason(Path path, IOException e) {
        Path inTheWay = inTheWay(path);
        if (inTheWay != null) {
            return "'" + inTheWay + "' is a file where a directory belongs";
        }
        if (e instanceof AccessDeniedException denied) {
            return "no right to write '" + denied.getFile() + "'";
        }
        if (e instanceof NoSuchFileException missing) {
            return "'" + missing.getFile() + "' cannot be made there";
        }
        if (e instanceof FileSystemException failed && failed.getReason() != null) {
            return "'" + failed.getFile() + "': " + failed.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
