package dpsh.view;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A policy's repeating intervals in words. {@code R/2020-04-05T13:00:00+00:00/PT4H} is "every 4 hours from 13:00 UTC"; for a
 * weekly one the day is that of its date. What is not understood is shown as it stands.
 */
record Schedule(List<String> intervals) {
    Schedule {
        intervals = List.copyOf(intervals);
    }

    /** "continuous" where nothing is scheduled. */
    String words() {
        return intervals.isEmpty()
                ? "continuous"
                : intervals.stream().map(Schedule::words).distinct().collect(Collectors.joining(", "));
    }

    private static String words(String interval) {
        String[] parts = interval.split("/", -1);
        if (parts.length != 3 || !parts[0].equalsIgnoreCase("R")) {
            return interval;
        }
        try {
            return words(OffsetDateTime.parse(parts[1]), parts[2].toUpperCase(Locale.ROOT), interval);
        } catch (DateTimeException notUnderstood) {
            return interval;
        }
    }

    private static String words(OffsetDateTime start, String length, String interval) {
        String zone = start.getOffset().equals(ZoneOffset.UTC)
                ? "UTC"
                : start.getOffset().toString();
        String time = String.format(Locale.ROOT, "%02d:%02d %s", start.getHour(), start.getMinute(), zone);
        if (length.startsWith("PT")) {
            return every(Duration.parse(length), time, interval);
        }
        Period period = Period.parse(length);
        if (period.equals(Period.ofDays(1))) {
            return "daily at " + time;
        }
        if (period.equals(Period.ofWeeks(1))) {
            String day = start.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            return "weekly on " + day + " at " + time;
        }
        boolean daysOnly = period.getYears() == 0 && period.getMonths() == 0 && period.getDays() > 0;
        return daysOnly ? "every " + period.getDays() + " days from " + time : interval;
    }

    private static String every(Duration length, String time, String interval) {
        if (length.isNegative() || length.isZero() || length.toSeconds() % 3600 != 0) {
            return interval;
        }
        return (length.toHours() == 1 ? "every hour" : "every " + length.toHours() + " hours") + " from " + time;
    }
}
