package dpsh.sandbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import org.jspecify.annotations.Nullable;

/**
 * One repeating interval of a backup rule, {@code R/2020-04-05T13:00:00+00:00/PT4H}: an occurrence at the start and then one per
 * interval, for ever. Days, weeks and months keep the wall clock's time of the zone over a change to summer time; hours go on
 * in equal steps (assumed: which of the two the service does was never seen).
 */
final class Schedule {
    private final Instant start;
    private final TemporalAmount every;
    private final ZoneId zone;

    private Schedule(Instant start, TemporalAmount every, ZoneId zone) {
        this.start = start;
        this.every = every;
        this.zone = zone;
    }

    /** Reads an interval; null when it is none. A start without an offset is a time of the zone. */
    static @Nullable Schedule parse(String text, ZoneId zone) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3 || !parts[0].startsWith("R")) {
            return null;
        }
        try {
            TemporalAmount every = amount(parts[2]);
            return isPositive(every)
                    ? new Schedule(start(parts[1], zone).truncatedTo(ChronoUnit.SECONDS), every, zone)
                    : null;
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    private static Instant start(String text, ZoneId zone) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException withoutOffset) {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        }
    }

    /** An ISO 8601 duration: of days and more, or of hours and less. Throws DateTimeParseException when it is none. */
    static TemporalAmount amount(String text) {
        return text.contains("T") ? Duration.parse(text) : Period.parse(text);
    }

    private static boolean isPositive(TemporalAmount amount) {
        return amount instanceof Period period
                ? !period.isNegative() && !period.isZero()
                : amount instanceof Duration duration && duration.compareTo(Duration.ofMinutes(1)) >= 0;
    }

    ZoneId zone() {
        return zone;
    }

    /** The first occurrence after this time. */
    Instant next(Instant after) {
        if (after.isBefore(start)) {
            return start;
        }
        long count = countTo(after);
        Instant found = occurrence(count);
        while (!found.isAfter(after)) {
            found = occurrence(++count);
        }
        return found;
    }

    /** The last occurrence at this time or before; null before the first. */
    @Nullable
    Instant last(Instant notAfter) {
        if (notAfter.isBefore(start)) {
            return null;
        }
        long count = countTo(notAfter);
        Instant found = occurrence(count);
        for (Instant later = occurrence(count + 1); !later.isAfter(notAfter); later = occurrence(++count + 1)) {
            found = later;
        }
        return found;
    }

    /** How many occurrences lie surely before this time. */
    private long countTo(Instant time) {
        if (every instanceof Duration duration) {
            return Math.max(0, (time.getEpochSecond() - start.getEpochSecond()) / duration.toSeconds());
        }
        Period period = (Period) every;
        long days = Duration.between(start, time).toDays();
        long longest = period.getDays() + 31L * period.toTotalMonths();
        return Math.max(0, days / Math.max(1, longest) - 1);
    }

    private Instant occurrence(long count) {
        if (every instanceof Duration duration) {
            return start.plusSeconds(duration.getSeconds() * count).plusNanos(duration.getNano() * count);
        }
        Period period = (Period) every;
        ZonedDateTime first = start.atZone(zone);
        return first.plusMonths(period.toTotalMonths() * count)
                .plus(period.getDays() * count, ChronoUnit.DAYS)
                .toInstant();
    }
}
