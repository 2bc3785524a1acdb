package dpsh.sandbox;

import java.time.Instant;

/** Times as whole numbers in a saved world: units of 100 ns since 1970, as exact as the service's own times. */
final class Ticks {
    private static final long SECOND = 10_000_000;
    private static final int TICK_NANOS = 100;

    private Ticks() {}

    /** Whether {@link #of} loses nothing. */
    static boolean fits(Instant time) {
        return time.getNano() % TICK_NANOS == 0;
    }

    static long of(Instant time) {
        return time.getEpochSecond() * SECOND + time.getNano() / TICK_NANOS;
    }

    static Instant time(long ticks) {
        return Instant.ofEpochSecond(Math.floorDiv(ticks, SECOND), Math.floorMod(ticks, SECOND) * TICK_NANOS);
    }
}
