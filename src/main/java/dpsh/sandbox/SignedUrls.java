package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs operation URLs as the service does since 2023: {@code ?api-version&t&c&s&h}, about 3.3 KB, where t are .NET ticks, c
 * a certificate, s and h signature and hash. A URL that comes back changed in one character does not verify. Ours are made
 * with a key of this sandbox; only their shape is the service's.
 */
final class SignedUrls {
    private static final int CERTIFICATE_BYTES = 1960;
    private static final int SIGNATURE_BYTES = 256;
    private static final int HASH_BYTES = 32;

    private final byte[] key;
    private final String certificate;
    private long issued;

    /** @param seed for the same key again; null for one that nobody knows */
    SignedUrls(@Nullable Long seed) {
        this(new Ids(seed, "signatures").bytes(HASH_BYTES));
    }

    private SignedUrls(byte[] key) {
        this.key = key;
        certificate = "MIIH" + base64(stretch("certificate", CERTIFICATE_BYTES));
    }

    /** The query of this path, for the first time: no two are alike. */
    synchronized String sign(String rawPath, ApiVersion version, Instant now) {
        return query(rawPath, version, DotNetTime.ticks(now) + issued++);
    }

    /** Whether path and query are exactly what was once signed. */
    boolean verifies(RequestLine line) {
        String ticks = line.query().getOrDefault("t", "");
        if (!ticks.matches("\\d{1,18}")) {
            return false;
        }
        ApiVersion version = new ApiVersion(line.query().getOrDefault("api-version", ""));
        return query(line.rawPath(), version, Long.parseLong(ticks)).equals(line.rawQuery());
    }

    private String query(String rawPath, ApiVersion version, long ticks) {
        String signed = "api-version=" + version.text() + "&t=" + ticks + "&c=" + certificate;
        String whole = rawPath + "?" + signed;
        return signed + "&s=" + base64(stretch("s" + whole, SIGNATURE_BYTES)) + "&h="
                + base64(stretch("h" + whole, HASH_BYTES));
    }

    private byte[] stretch(String text, int length) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] block = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] bytes = new byte[length];
            for (int at = 0; at < length; at += block.length) {
                System.arraycopy(block, 0, bytes, at, Math.min(block.length, length - at));
                block = mac.doFinal(block);
            }
            return bytes;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256", missing);
        }
    }

    synchronized ObjectNode save() {
        return JsonNodeFactory.instance.objectNode().put("key", base64(key)).put("issued", issued);
    }

    static SignedUrls load(JsonNode saved) {
        SignedUrls loaded =
                new SignedUrls(Base64.getUrlDecoder().decode(saved.path("key").asText()));
        loaded.issued = saved.path("issued").asLong();
        return loaded;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
