package dpsh.view;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points in time and lengths of time in words, seen from one moment. */
public record Times(Instant now) {
    /** "3 min ago", "in 2 h", "now" for less than a second. */
    public String relative(Instant then) {
        Duration distance = Duration.between(then, now);
        if (distance.abs().toSeconds() == 0) {
            return "now";
        }
        String coarse = coarse(distance.abs());
        return distance.isNegative() ? "in " + coarse : coarse + " ago";
    }

    /** The same of something that has happened: "now" for what another clock, which runs ahead, puts into the future. */
    public String since(Instant then) {
        return then.isAfter(now) ? "now" : relative(then);
    }

    /** The cell of a point in time; {@link Cell#NONE} for null. */
    public Cell cell(@Nullable Instant then, TimeStyle style) {
        return cell(then, style, false);
    }

    /** The same of something that has happened. */
    public Cell pastCell(@Nullable Instant then, TimeStyle style) {
        return cell(then, style, true);
    }

    private Cell cell(@Nullable Instant then, TimeStyle style, boolean past) {
        if (then == null) {
            return Cell.NONE;
        }
        Moment moment = new Moment(then, now, past);
        return new Cell(List.of(new Span(moment.in(style), Tone.PLAIN)), moment);
    }

    /** ISO 8601 in UTC to the second: {@code 2026-11-20T13:00:00Z}. */
    public static String absolute(Instant then) {
        return then.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A length of time in its two largest units: "45 s", "3 min 20 s", "1 h", "2 days 3 h". Never negative. */
    public static String length(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds >= 86_400) {
            return two(seconds / 86_400, seconds / 86_400 == 1 ? "day" : "days", seconds % 86_400 / 3600, "h");
        }
        if (seconds >= 3600) {
            return two(seconds / 3600, "h", seconds % 3600 / 60, "min");
        }
        return seconds >= 60 ? two(seconds / 60, "min", seconds % 60, "s") : seconds + " s";
    }

    private static String coarse(Duration length) {
        if (length.toDays() > 0) {
            return length.toDays() + (length.toDays() == 1 ? " day" : " days");
        }
        if (length.toHours() > 0) {
            return length.toHours() + " h";
        }
        return length.toMinutes() > 0 ? length.toMinutes() + " min" : length.toSeconds() + " s";
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
