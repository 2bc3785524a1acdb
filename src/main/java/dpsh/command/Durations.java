package dpsh.command;

import dpsh.arm.DurationText;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 90}, {@code 90s}, {@code 20m}, {@code 1h30m}, {@code 2d}, or ISO 8601 ({@code PT20M}). */
final class Durations implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String given) {
        Duration duration = DurationText.parse(given);
        if (duration == null) {
            throw new TypeConversionException("'" + given + "' is no duration; 90s, 20m, 1h30m and PT20M are");
        }
        return duration;
    }
}
