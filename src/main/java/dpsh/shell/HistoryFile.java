package dpsh.shell;

import dpsh.view.PlainText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file that lines are kept in, readable by its owner only: one entry a line, {@code <milliseconds>:<text>}, with
 * {@code \n} for a line break and {@code \\} for a backslash. Several shells append to it at once; nothing that stands in it
 * can keep a shell from starting.
 */
final class HistoryFile {
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int LONGEST = 32 * 1024;
    private static final Pattern ENTRY = Pattern.compile("(\\d{1,18}):(.*)", Pattern.DOTALL);

    private final Path file;

    HistoryFile(Path file) {
        this.file = file;
    }

    /** A line that was typed, and when. */
    record Typed(Instant time, String line) {}

    /**
     * Makes the file if it is missing and takes other people's rights off it.
     *
     * @return null when it can be used, otherwise why not
     */
    @Nullable
    String prepare() {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            boolean posix = Files.getFileAttributeView(file.toAbsolutePath(), PosixFileAttributeView.class) != null;
            create(posix);
            if (posix) {
                Files.setPosixFilePermissions(file, ownerOnly());
            }
            return Files.isWritable(file) && Files.isRegularFile(file) ? null : file + " cannot be written";
        } catch (IOException e) {
            return unwritable(e);
        }
    }

    /** What stands in it, oldest first; what cannot be read as an entry is passed over. Empty when there is no reading it. */
    List<Typed> read() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return entries(content(channel));
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Appends behind what other shells wrote.
     *
     * @return null when that was done, otherwise why not
     */
    @Nullable
    String append(List<Typed> typed) {
        if (typed.isEmpty()) {
            return null;
        }
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.WRITE, StandardOpenOption.APPEND, StandardOpenOption.CREATE)) {
            lock(channel); // let go of with the channel
            write(channel, bytes(typed));
            return null;
        } catch (IOException e) {
            return unwritable(e);
        }
    }

    /**
     * Writes anew what stands in it, as {@code tidy} leaves it. What other shells append meanwhile is waited for; a process
     * that is killed here leaves one broken entry at most, because the new text is shorter and takes the old one's place.
     */
    void rewrite(java.util.function.UnaryOperator<List<Typed>> tidy) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (lock == null) {
                return; // nobody else can be kept out: it stays as it is
            }
            ByteBuffer text = bytes(tidy.apply(entries(content(channel))));
            channel.position(0);
            write(channel, text);
            channel.truncate(channel.position());
        } catch (IOException e) {
            // It stays as it is, and the next shell tries again.
            return;
        }
    }

    /** Null where a file cannot be locked, or another shell of this process holds it. */
    private static @Nullable FileLock lock(FileChannel channel) {
        try {
            return channel.lock();
        } catch (IOException | OverlappingFileLockException e) {
            return null;
        }
    }

    private static String content(FileChannel channel) throws IOException {
        long size = channel.size();
        channel.position(Math.max(0, size - MOST_BYTES));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer part = ByteBuffer.allocate(64 * 1024);
        while (channel.read(part) >= 0 && all.size() <= MOST_BYTES) {
            all.write(part.array(), 0, part.position());
            part.clear();
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static List<Typed> entries(String content) {
        List<Typed> found = new ArrayList<>();
        for (String entry : content.split("\n", -1)) {
            Typed typed = typed(entry);
            if (typed != null) {
                found.add(typed);
            }
        }
        return found;
    }

    private static @Nullable Typed typed(String entry) {
        Matcher parts = ENTRY.matcher(entry);
        String line = unescaped(parts.matches() ? parts.group(2) : entry);
        boolean clean = line.lines().allMatch(part -> PlainText.of(part).equals(part)) && line.indexOf('\r') < 0;
        if (line.isBlank() || line.length() > LONGEST || !clean || line.indexOf('\ufffd') >= 0) {
            return null;
        }
        try {
            return new Typed(
                    parts.matches() ? Instant.ofEpochMilli(Long.parseLong(parts.group(1))) : Instant.EPOCH, line);
        } catch (DateTimeException e) {
            return new Typed(Instant.EPOCH, line);
        }
    }

    private static ByteBuffer bytes(List<Typed> typed) {
        StringBuilder text = new StringBuilder();
        for (Typed one : typed) {
            String escaped = one.line().replace("\\", "\\\\").replace("\n", "\\n");
            text.append(one.time().toEpochMilli()).append(':').append(escaped).append('\n');
        }
        return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String unescaped(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                line.append(text.charAt(at) == 'n' ? '\n' : text.charAt(at));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }

    private static void write(FileChannel channel, ByteBuffer text) throws IOException {
        while (text.hasRemaining()) {
            channel.write(text);
        }
    }

    private void create(boolean posix) throws IOException {
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

    private String unwritable(IOException e) {
        String reason = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return file + " cannot be written" + (reason == null ? "" : " (" + reason.toLowerCase(Locale.ROOT) + ")");
    }

    private static Set<PosixFilePermission> ownerOnly() {
        return PosixFilePermissions.fromString("rw-------");
    }
}
