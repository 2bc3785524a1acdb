package dpsh.sandbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of HTTP/1.1 messages into heads and bodies, without changing a byte. Not thread-safe. */
final class HttpBytes {
    private static final int LONGEST_HEAD = 256 * 1024;

    private final InputStream in;

    HttpBytes(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** A head, its last empty line included; null at the end of the stream. */
    @Nullable
    String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < LONGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.append((char) next);
            if (next == '\n'
                    && head.length() >= 4
                    && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
        }
        throw new IOException("A head of more than " + LONGEST_HEAD + " bytes");
    }

    /** The body that belongs to this head, in its transfer coding. */
    byte[] body(String head) throws IOException {
        if (header(head, "transfer-encoding").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        String length = header(head, "content-length");
        return length.isEmpty() ? new byte[0] : exactly(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        while (true) {
            String size = line();
            raw.writeBytes(size.getBytes(StandardCharsets.ISO_8859_1));
            int count = Integer.parseInt(size.split("[;\r]", 2)[0].trim(), 16);
            if (count == 0) {
                break;
            }
            raw.writeBytes(exactly(count + 2));
        }
        for (String trailer = line(); ; trailer = line()) {
            raw.writeBytes(trailer.getBytes(StandardCharsets.ISO_8859_1));
            if (trailer.equals("\r\n")) {
                return raw.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); ; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The stream ended in a line");
            }
            line.append((char) next);
            if (next == '\n') {
                return line.toString();
            }
        }
    }

    /** These many bytes, fewer when the stream ends before. */
    private byte[] exactly(int count) throws IOException {
        return in.readNBytes(count);
    }

    /** The value of a header, or empty. */
    static String header(String head, String lowerCaseName) {
        for (String line : head.split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0
                    && line.substring(0, colon).trim().toLowerCase(Locale.ROOT).equals(lowerCaseName)) {
                return line.substring(colon + 1).trim();
            }
        }
        return "";
    }
}
