package dpsh.command;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** A {@link Durations duration} that may be none at all: {@code 0}, {@code 0s}. */
final class Lags implements ITypeConverter<Duration> {
    private final Durations durations = new Durations();

    @Override
    public Duration convert(String given) {
        return given.strip().matches("0[smhdSMHD]?|PT0S") ? Duration.ZERO : durations.convert(given);
    }
}
