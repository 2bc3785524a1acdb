package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T13:00:00.5Z");

    private final Times times = new Times(NOW);

    @ParameterizedTest
    @CsvSource({
        "PT0.4S, now",
        "PT-0.4S, now",
        "PT59S, 59 s ago",
        "PT60S, 1 min ago",
        "PT59M59S, 59 min ago",
        "PT1H, 1 h ago",
        "PT24H, 1 day ago",
        "P3D, 3 days ago",
        "PT-3M, in 3 min",
    })
    void tellsHowFarAwayAMomentIs(Duration ago, String words) {
        assertThat(times.relative(NOW.minus(ago))).isEqualTo(words);
    }

    @Test
    void tellsBoth() {
        assertThat(times.cell(NOW.minusSeconds(180), TimeStyle.BOTH).text())
                .isEqualTo("3 min ago (2026-11-20T12:57:00Z)");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT-5S, 0 s",
        "PT45S, 45 s",
        "PT3M20S, 3 min 20 s",
        "PT1H, 1 h",
        "PT1H0M5S, 1 h",
        "PT90M, 1 h 30 min",
        "PT25H, 1 day 1 h",
        "PT48H, 2 days",
    })
    void tellsHowLongSomethingTook(Duration length, String words) {
        assertThat(Times.length(length)).isEqualTo(words);
    }
}
