package dpsh.bulk;

import dpsh.arm.DpshException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Text that somebody gives as a file, or on standard input.
 *
 * @param most more bytes than this are refused
 * @param next what to do when it cannot be read
 */
public record InputText(int most, String next) {
    private static final int MEGABYTE = 1024 * 1024;

    /**
     * Reads it whole, without a byte order mark.
     *
     * @param what what it is, for errors: "the file 'disks.csv'"
     * @param file its path, or {@code -} for standard input
     * @throws DpshException.Usage when it cannot be read, is too large, or is not UTF-8
     */
    public String read(String what, String file, InputStream standardInput) {
        try {
            byte[] bytes = file.equals("-") ? standardInput.readNBytes(most + 1) : head(Path.of(file));
            if (bytes.length > most) {
                throw unreadable(what, "it is larger than " + most / MEGABYTE + " MB");
            }
            if (isWide(bytes)) {
                throw unreadable(what, "it is UTF-16 text; save it as UTF-8");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable(what, "it is not UTF-8 text");
        } catch (NoSuchFileException e) {
            throw unreadable(what, "there is no such file");
        } catch (AccessDeniedException e) {
            throw unreadable(what, "you may not read it");
        } catch (IOException | InvalidPathException e) {
            throw unreadable(what, e.getMessage());
        }
    }

    private static boolean isWide(byte[] bytes) {
        return bytes.length > 1
                && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe
                        || bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff);
    }

    private byte[] head(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a directory");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        }
    }

    private DpshException.Usage unreadable(String what, @Nullable String why) {
        return new DpshException.Usage(what + " cannot be read", why, next);
    }
}
