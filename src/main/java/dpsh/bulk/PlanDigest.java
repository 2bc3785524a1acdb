package dpsh.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the tokens of a JSON text: blanks, line breaks and the way characters are escaped do not count. */
final class PlanDigest {
    private static final JsonFactory JSON = new JsonFactory();

    private PlanDigest() {}

    /** In lower-case hexadecimal. */
    static String of(String json) throws IOException {
        MessageDigest sha256 = sha256();
        try (JsonParser in = JSON.createParser(json)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                byte[] text = (token.isStructStart() || token.isStructEnd() ? "" : in.getText())
                        .getBytes(StandardCharsets.UTF_8);
                sha256.update((token.name() + ":" + text.length + ":").getBytes(StandardCharsets.US_ASCII));
                sha256.update(text);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
