package dpsh.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as the service writes them. */
final class DotNetTime {
    private static final long TICKS_AT_EPOCH = 621_355_968_000_000_000L;
    private static final int NANOS_PER_TICK = 100;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("M/d/uuuu h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);

    private DotNetTime() {}

    /** With up to seven fractional digits, trailing zeros dropped: {@code 2025-11-04T08:51:40.8522204Z}. */
    static String precise(Instant time) {
        int ticks = time.getNano() / NANOS_PER_TICK;
        String fraction = ticks == 0 ? "" : ("." + String.format(Locale.ROOT, "%07d", ticks)).replaceFirst("0+$", "");
        return SECONDS.format(time) + fraction + "Z";
    }

    /** With seven fractional digits, trailing zeros kept: {@code 2026-05-04T05:54:50.0000000Z}. */
    static String ticked(Instant time) {
        return SECONDS.format(time) + String.format(Locale.ROOT, ".%07dZ", time.getNano() / NANOS_PER_TICK);
    }

    /** Whole seconds: {@code 2025-11-04T08:52:21Z}. */
    static String seconds(Instant time) {
        return SECONDS.format(time.truncatedTo(ChronoUnit.SECONDS)) + "Z";
    }

    /** As in routing request IDs: {@code 20210707T124745Z}. */
    static String compact(Instant time) {
        return COMPACT.format(time);
    }

    /** As in ARM's sentence about an expired token: {@code 11/4/2025 8:51:40 AM}. */
    static String american(Instant time) {
        return AMERICAN.format(time);
    }

    /** Ticks of 100 ns since year 1. */
    static long ticks(Instant time) {
        return TICKS_AT_EPOCH + time.getEpochSecond() * 10_000_000L + time.getNano() / NANOS_PER_TICK;
    }
}
