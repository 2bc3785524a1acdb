package dpsh.command;

import dpsh.arm.DpshException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a text file that the operator named, or standard input for {@code -}. */
final class BodyReader {
    /** More is no request body: ARM takes 4 MB at most. */
    private static final int MOST = 4 * 1024 * 1024;

    private BodyReader() {}

    /**
     * The text.
     *
     * @throws DpshException.Usage when it cannot be read, is too large, or is not UTF-8
     */
    static String text(String file, InputStream standardInput) {
        try {
            byte[] bytes = file.equals("-") ? standardInput.readNBytes(MOST + 1) : head(Path.of(file));
            if (bytes.length > MOST) {
                throw unreadable(file, "it is larger than 4 MB");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable(file, "it is not UTF-8 text");
        } catch (NoSuchFileException e) {
            throw unreadable(file, "there is no such file");
        } catch (AccessDeniedException e) {
            throw unreadable(file, "you may not read it");
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw unreadable(file, e.getMessage());
        }
    }

    private static byte[] head(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a directory");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST + 1);
        }
    }

    private static DpshException.Usage unreadable(String file, String why) {
        return new DpshException.Usage(
                "the body file '" + file + "' cannot be read",
                why,
                "give the path of a JSON file, or - for standard input");
    }
}
