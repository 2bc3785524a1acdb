package dpsh.arm;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of time as people write them: {@code 90}, {@code 90s}, {@code 30 min}, {@code 1h30m}, {@code 2d}, {@code PT20M}. */
public final class DurationText {
    private static final Pattern SHORT =
            Pattern.compile("(?:(\\d+)d(?:ays?)?)?(?:(\\d+)h(?:ours?)?)?(?:(\\d+)m(?:in(?:utes?)?)?)?"
                    + "(?:(\\d+)s(?:ec(?:onds?)?)?)?");

    /** Nothing waits for longer, and clocks can still reckon with it. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private DurationText() {}

    /** The length, above zero and at most 366 days; null when the text is none. A bare number is seconds. */
    public static @Nullable Duration parse(String given) {
        String text = given.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        if (text.matches("\\d{1,9}")) {
            return inRange(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Matcher matcher = SHORT.matcher(text);
            return inRange(
                    !text.isEmpty() && matcher.matches()
                            ? Duration.ofDays(number(matcher.group(1)))
                                    .plusHours(number(matcher.group(2)))
                                    .plusMinutes(number(matcher.group(3)))
                                    .plusSeconds(number(matcher.group(4)))
                            : Duration.parse(text));
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static @Nullable Duration inRange(Duration duration) {
        return duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0 ? null : duration;
    }
}
