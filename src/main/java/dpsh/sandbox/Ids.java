package dpsh.sandbox;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the GUIDs and keys of a sandbox: with a seed always the same ones in the same order, without one never the same.
 * Thread-safe.
 */
final class Ids {
    private final Random random;

    /** @param use keeps the streams of one seed apart */
    Ids(@Nullable Long seed, String use) {
        random = seed == null ? new SecureRandom() : new Random(seed * 31 + use.hashCode());
    }

    /** A GUID of version 4. */
    synchronized String guid() {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(16));
        long high = bytes.getLong() & 0xffffffffffff0fffL | 0x4000L;
        long low = bytes.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** A number that fits into six digits. */
    synchronized int number() {
        return random.nextInt(1_000_000);
    }

    /** So many bytes. */
    synchronized byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
