package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.store.Home;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The config of a {@link Home}: profiles, aliases, what {@code set} chose. Read when it is first asked for; a missing file is
 * an empty one. What is wrong in it is said once and never stops anything. Two shells may save at once: each change is made
 * to what the file holds at that moment, and the file is whole at any time.
 */
public final class ConfigFile {
    /** Nobody writes a longer one; a longer one is something else. */
    private static final long LONGEST = 1_000_000;

    private static final int TRIES = 400;

    private final Home home;
    private final Consumer<String> warning;
    private @Nullable ConfigText text;
    private @Nullable String unreadable;
    /** What told the file that was read from any other. */
    private List<Object> seen = List.of();

    /** @param warning told what is wrong in the file, one line each */
    public ConfigFile(Home home, Consumer<String> warning) {
        this.home = home;
        this.warning = warning;
    }

    /** The value of a key, or null. */
    public @Nullable String get(String key) {
        return text().values().get(key);
    }

    /** The keys that begin like this, without that beginning, with their values; in the file's order. */
    public Map<String, String> below(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        text().values().forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** Where a key stands, for people: {@code line 3 of '/home/a/.config/dpsh/config'}. */
    public String where(String key) {
        return "line " + text().line(key) + " of '" + home.config() + "'";
    }

    /**
     * Saves one value.
     *
     * @throws DpshException.Refused when the file cannot be written, or not be read before
     */
    public void save(String key, String value) {
        change(now -> now.with(key, value));
    }

    /** Saves several values at once, and forgets several keys. */
    public void save(Map<String, String> values, Set<String> forgotten) {
        change(now -> {
            ConfigText next = now;
            for (String key : forgotten) {
                next = next.without(key);
            }
            for (Map.Entry<String, String> one : values.entrySet()) {
                next = next.with(one.getKey(), one.getValue());
            }
            return next;
        });
    }

    /** Forgets one key. */
    public void forget(String key) {
        save(Map.of(), Set.of(key));
    }

    /** Reads the file again if somebody changed it since. Costs one look at it otherwise. */
    public synchronized void refresh() {
        if (text != null && !stamp().equals(seen)) {
            text = first();
        }
    }

    /** The same object as long as the file says the same, as far as it was read. */
    public Object edition() {
        return text();
    }

    /** Why nobody knows what the file says, or null. */
    public synchronized @Nullable String unreadable() {
        text();
        return unreadable;
    }

    private List<Object> stamp() {
        try {
            BasicFileAttributes now = Files.readAttributes(home.config(), BasicFileAttributes.class);
            return List.of(now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey()));
        } catch (IOException e) {
            return List.of();
        }
    }

    private synchronized ConfigText text() {
        ConfigText known = text;
        if (known == null) {
            known = first();
            text = known;
        }
        return known;
    }

    private ConfigText first() {
        unreadable = null;
        try {
            ConfigText read = read();
            for (ConfigText.Fault fault : read.faults()) {
                warning.accept("warning: line " + fault.line() + " of '" + home.config() + "' is passed over: "
                        + fault.what() + "; lines there read KEY=VALUE");
            }
            return read;
        } catch (IOException e) {
            unreadable = reason(e);
            warning.accept("warning: '" + home.config() + "' is passed over: " + unreadable
                    + "; until that is put right, changes are refused and nothing is saved");
            return ConfigText.of("");
        }
    }

    private ConfigText read() throws IOException {
        Path file = home.config();
        if (Files.notExists(file) || Home.inTheWay(file) != null) {
            seen = List.of();
            return ConfigText.of("");
        }
        seen = stamp();
        if (Files.isDirectory(file)) {
            throw new IOException("it is a directory");
        }
        if (Files.size(file) > LONGEST) {
            throw new IOException("it is longer than " + LONGEST / 1_000_000 + " MB");
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            return ConfigText.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IOException("line " + lineOfFault(bytes) + " is no UTF-8", e);
        }
    }

    private static int lineOfFault(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            byte[] line = lines[at].getBytes(StandardCharsets.ISO_8859_1);
            if (!Arrays.equals(line, new String(line, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))) {
                return at + 1;
            }
        }
        return lines.length;
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException ? "it may not be read" : String.valueOf(e.getMessage());
    }

    private synchronized void change(UnaryOperator<ConfigText> edit) {
        try {
            Path file = target();
            Path lock = home.makePrivate(file.resolveSibling(file.getFileName() + ".lock"));
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                    FileLock held = lock(channel)) {
                if (!held.isValid()) {
                    throw new IOException("it is locked");
                }
                ConfigText next = edit.apply(read());
                home.replace(file, next.toString());
                text = next;
                seen = stamp();
            }
        } catch (IOException e) {
            throw new DpshException.Refused(
                    "'" + home.config() + "' cannot be changed", reason(e), "put it right, or move it away");
        } catch (DpshException.LedgerUnavailable e) {
            throw new DpshException.Refused("'" + home.config() + "' cannot be changed", e.why(), e.next());
        }
    }

    /** The file that a link leads to: somebody keeps it elsewhere, and it stays there. */
    private Path target() throws IOException {
        return Files.isSymbolicLink(home.config()) && Files.exists(home.config())
                ? home.config().toRealPath()
                : home.config();
    }

    /** Another process is waited for by the system; another shell in this process is tried again, for two seconds. */
    private static FileLock lock(FileChannel channel) throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }
        throw new IOException("another shell of this process holds it");
    }
}
