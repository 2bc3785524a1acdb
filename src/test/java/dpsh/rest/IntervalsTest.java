package dpsh.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @Property
    void theServicesHintIsAFloor(
            @ForAll @IntRange(min = 1, max = 1000) int attempt,
            @ForAll @IntRange(min = 0, max = 86_400) int hintSeconds,
            @ForAll @DoubleRange(min = 0, max = 0.99) double jitter) {
        Duration hint = Duration.ofSeconds(hintSeconds);
        assertThat(Intervals.afterFailure(attempt, hint, jitter)).isGreaterThanOrEqualTo(hint);
        assertThat(Intervals.afterThrottle(attempt, hint, jitter)).isGreaterThanOrEqualTo(hint);
    }

    @Property
    void withoutAHintWaitsGrowAndStayBounded(
            @ForAll @IntRange(min = 1, max = 1000) int attempt,
            @ForAll @DoubleRange(min = 0, max = 0.99) double jitter) {
        assertThat(Intervals.afterFailure(attempt, null, jitter))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(10))
                .isLessThanOrEqualTo(Intervals.afterFailure(attempt + 1, null, jitter));
        assertThat(Intervals.afterThrottle(attempt, null, jitter))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60))
                .isLessThanOrEqualTo(Intervals.afterThrottle(attempt + 1, null, jitter));
    }

    @ParameterizedTest
    @CsvSource({
        "15, PT15S",
        "' 0 ', PT0S",
        "0010, PT10S",
        "86401, PT24H",
        "999999999999999999, PT24H",
        "'Sat, 21 Nov 2026 08:00:30 GMT', PT30S",
        "'Sat, 21 Nov 2026 07:00:00 GMT', PT0S",
        "'Sun, 21 Nov 2027 07:00:00 GMT', PT24H"
    })
    void readsRetryAfter(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-1", "soon", "1.5", "0x10", "99999999999999999999999", "Sat, 31 Nov 2026 08:00:00 GMT"})
    void ignoresARetryAfterThatCannotBeRead(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isNull();
    }

    @Property
    void aRetryAfterNeverFailsAndIsNeverNegative(@ForAll String header) {
        Duration wait = RetryAfter.parse(header, NOW);
        assertThat(wait == null || !wait.isNegative()).isTrue();
    }

    @Test
    void noHeaderIsNoHint() {
        assertThat(RetryAfter.parse(null, NOW)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, https://h/subscriptions/S1/resourceGroups?x=1, s1, READ",
        "HEAD, https://h/SUBSCRIPTIONS/s1?api-version=1, s1, READ",
        "POST, https://h/subscriptions/s1/x/validateForBackup, s1, WRITE",
        "PATCH, http://127.0.0.1:80/subscriptions/s1, s1, WRITE",
        "DELETE, https://h/subscriptions/s1/x, s1, DELETE",
        "POST, https://h/providers/Microsoft.ResourceGraph/resources?u=/subscriptions/s1/, '', WRITE",
        "GET, https://h, '', READ"
    })
    void countsByWhatArmCountsBy(Verb verb, String url, String subscription, Bucket.Kind kind) {
        assertThat(Bucket.of(verb, url)).isEqualTo(new Bucket(subscription, kind));
    }
}
