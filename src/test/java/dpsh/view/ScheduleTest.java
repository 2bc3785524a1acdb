package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R/2020-04-05T13:00:00+00:00/PT4H    | every 4 hours from 13:00 UTC",
                "R/2020-04-05T13:30:00Z/PT1H         | every hour from 13:30 UTC",
                "R/2020-04-05T13:00:00+02:00/PT12H   | every 12 hours from 13:00 +02:00",
                "r/2020-04-05T02:05:00+00:00/p1d     | daily at 02:05 UTC",
                "R/2020-04-05T02:00:00+00:00/P1W     | weekly on Sunday at 02:00 UTC",
                "R/2020-04-05T02:00:00+00:00/P2D     | every 2 days from 02:00 UTC",
                "R/2020-04-05T02:00:00+00:00/P1M     | R/2020-04-05T02:00:00+00:00/P1M",
                "R/2020-04-05T02:00:00+00:00/PT90M   | R/2020-04-05T02:00:00+00:00/PT90M",
                "R/2020-04-05T02:00:00+00:00/PT0S    | R/2020-04-05T02:00:00+00:00/PT0S",
                "R/yesterday/PT4H                    | R/yesterday/PT4H",
                "sometimes                           | sometimes",
            })
    void putsAnIntervalIntoWords(String interval, String words) {
        assertThat(new Schedule(List.of(interval)).words()).isEqualTo(words);
    }

    @Test
    void callsNoIntervalContinuousAndListsSeveral() {
        assertThat(new Schedule(List.of()).words()).isEqualTo("continuous");
        assertThat(new Schedule(List.of("R/2020-04-05T02:00:00Z/P1W", "R/2020-04-08T02:00:00Z/P1W")).words())
                .isEqualTo("weekly on Sunday at 02:00 UTC, weekly on Wednesday at 02:00 UTC");
    }
}
