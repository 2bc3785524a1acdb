package dpsh.runbook;

import dpsh.arm.DpshException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A runbook's text.
 *
 * @param path as it was given
 */
record RunbookFile(Path path, String text) {
    private static final long MOST_BYTES = 4L << 20;

    /** @throws DpshException.Usage when it cannot be read, is empty, or is no UTF-8 */
    static RunbookFile read(Path path) {
        return new RunbookFile(path, text(path, "the runbook"));
    }

    /** @throws DpshException.Usage when no file can have this name */
    static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new DpshException.Usage("'" + name + "' is no file name", e.getReason(), null);
        }
    }

    /** The text of any file; errors call it this. */
    static String text(Path path, String what) {
        if (Files.isDirectory(path)) {
            throw unreadable(what, path, "it is a directory", "name a file");
        }
        byte[] bytes;
        try {
            if (Files.exists(path) && Files.size(path) > MOST_BYTES) {
                throw unreadable(what, path, "it is larger than 4 MiB", null);
            }
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw unreadable(what, path, "there is no such file", null);
        } catch (AccessDeniedException e) {
            throw unreadable(what, path, "you may not read it", null);
        } catch (IOException e) {
            throw unreadable(what, path, e.getMessage(), null);
        }
        String text = decoded(what, path, bytes);
        if (text.isBlank()) {
            throw unreadable(what, path, "it is empty", null);
        }
        return text;
    }

    private static String decoded(String what, Path path, byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < rest.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw unreadable(what, path, "line " + line + " is not UTF-8", "save it as UTF-8");
        }
    }

    private static DpshException.Usage unreadable(String what, Path path, @Nullable String why, @Nullable String next) {
        return new DpshException.Usage(what + " '" + path + "' cannot be read", why, next);
    }

    /** What is told as the file's name in errors. */
    String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** The file that this one means by a name. */
    Path sibling(String other) {
        return path.resolveSibling(other);
    }

    /** The comment at the beginning, without its marks; null when there is none. */
    @Nullable
    String help() {
        List<String> help = new ArrayList<>();
        boolean block = false;
        for (String line : text.lines().toList()) {
            String stripped = line.strip();
            if (block) {
                int end = stripped.indexOf("*/");
                String inner = end < 0 ? stripped : stripped.substring(0, end);
                String words = inner.startsWith("*") ? withoutBlank(inner.substring(1)) : inner;
                if (!words.isBlank() || end < 0) {
                    help.add(words.stripTrailing());
                }
                if (end >= 0) {
                    break;
                }
            } else if (stripped.startsWith("//")) {
                help.add(withoutBlank(stripped.substring(2)).stripTrailing());
            } else if (help.isEmpty() && stripped.startsWith("/*")) {
                String first = stripped.replaceFirst("^/\\*+", "");
                int end = first.indexOf("*/");
                help.add((end < 0 ? first : first.substring(0, end)).strip());
                if (end >= 0) {
                    break;
                }
                block = true;
            } else if (!help.isEmpty() || !(stripped.isEmpty() || stripped.startsWith("#!"))) {
                break;
            }
        }
        String joined = String.join("\n", help).strip();
        return joined.isEmpty() ? null : joined;
    }

    private static String withoutBlank(String text) {
        return text.startsWith(" ") ? text.substring(1) : text;
    }
}
