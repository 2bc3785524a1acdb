package dpsh.sandbox.fault;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90s}, {@code 15m}, {@code 1h30m}, {@code 2d}, or ISO 8601 ({@code P1DT2H}). */
public final class Span {
    private static final Pattern SHORT =
            Pattern.compile("(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?");
    private static final Duration LONGEST = Duration.ofDays(3660);

    private Span() {}

    /** @throws FaultSyntaxException when it is none, is negative, or longer than about ten years */
    public static Duration parse(String given) {
        Matcher matcher = SHORT.matcher(given.strip().toLowerCase(Locale.ROOT));
        Duration span;
        try {
            span = !given.isBlank() && matcher.matches()
                    ? Duration.ofDays(part(matcher, 1))
                            .plusHours(part(matcher, 2))
                            .plusMinutes(part(matcher, 3))
                            .plusSeconds(part(matcher, 4))
                    : Duration.parse(given.strip());
        } catch (DateTimeParseException | ArithmeticException none) {
            throw new FaultSyntaxException("'" + given + "' is no duration; 90s, 15m, 2h, 1d and P1DT2H are");
        }
        if (span.isNegative() || span.compareTo(LONGEST) > 0) {
            throw new FaultSyntaxException("'" + given + "' is no duration between zero and ten years");
        }
        return span;
    }

    private static long part(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }
}
