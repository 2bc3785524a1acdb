package dpsh.client;

import dpsh.arm.ResourceId;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Paths and queries below the endpoint. Every segment is encoded by itself: group names may hold more than letters. */
final class Urls {
    private static final String UNRESERVED = "-._~!$&'()*+,;=:@";

    private Urls() {}

    /** The resource itself. */
    static String of(ResourceId id, String apiVersion) {
        return path(id) + "?api-version=" + apiVersion;
    }

    /** Something below the resource, such as {@code backupInstances}; {@code below} is written as it stands. */
    static String below(ResourceId id, String below, String apiVersion) {
        return path(id) + "/" + below + "?api-version=" + apiVersion;
    }

    /** A query parameter, encoded. */
    static String parameter(String name, String value) {
        return "&" + name + "=" + encode(value, "-._~()'");
    }

    private static String path(ResourceId id) {
        StringJoiner path = new StringJoiner("/", "/", "");
        id.segments().forEach(segment -> path.add(encode(segment, UNRESERVED)));
        return path.toString();
    }

    private static String encode(String text, String alsoPlain) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || alsoPlain.indexOf(c) >= 0);
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format("%02X", octet & 0xff));
            }
        }
        return encoded.toString();
    }
}
