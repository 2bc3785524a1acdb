package dpsh.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 90}, {@code 90s}, {@code 20m}, {@code 1h30m}, {@code 2d}, or ISO 8601 ({@code PT20M}). */
final class Durations implements ITypeConverter<Duration> {
    private static final Pattern SHORT = Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");

    /** Nothing waits for longer, and clocks can still reckon with it. */
    private static final Duration LONGEST = Duration.ofDays(366);

    @Override
    public Duration convert(String given) {
        String text = given.strip().toLowerCase(Locale.ROOT);
        if (text.matches("\\d{1,9}")) {
            return positive(given, Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Matcher matcher = SHORT.matcher(text);
            return positive(
                    given,
                    !text.isEmpty() && matcher.matches()
                            ? Duration.ofDays(number(matcher.group(1)))
                                    .plusHours(number(matcher.group(2)))
                                    .plusMinutes(number(matcher.group(3)))
                                    .plusSeconds(number(matcher.group(4)))
                            : Duration.parse(text));
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
            throw wrong(given);
        }
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Duration positive(String given, Duration duration) {
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw wrong(given);
        }
        return duration;
    }

    private static TypeConversionException wrong(String given) {
        return new TypeConversionException("'" + given + "' is no duration; 90s, 20m, 1h30m and PT20M are");
    }
}
