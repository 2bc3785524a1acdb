package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "90, PT90S",
        "90s, PT90S",
        "30 min, PT30M",
        "20m, PT20M",
        "1h, PT1H",
        "1h30m, PT1H30M",
        "2d, PT48H",
        "1D2H3M4S, PT26H3M4S",
        "PT20M, PT20M",
        "pt1.5s, PT1.5S"
    })
    void readsWhatPeopleWrite(String given, Duration expected) {
        assertThat(new Durations().convert(given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "0s",
                "-5m",
                "3x",
                "m",
                "1m1h",
                "PT0S",
                "-PT5M",
                "99999999999",
                "999999999999999999d",
                "99999999999999999999s",
                "367d",
                "PT999999999999H"
            })
    void refusesTheRest(String given) {
        assertThatThrownBy(() -> new Durations().convert(given))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("is no duration; 90s, 20m, 1h30m and PT20M are");
    }
}
