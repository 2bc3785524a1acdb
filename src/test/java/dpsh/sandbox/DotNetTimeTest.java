package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotNetTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2025-11-04T08:51:40.852220499Z, 2025-11-04T08:51:40.8522204Z",
        "2021-07-08T07:13:30.238150Z, 2021-07-08T07:13:30.23815Z",
        "2021-07-08T07:13:30Z, 2021-07-08T07:13:30Z",
        "2021-07-08T07:13:30.000000099Z, 2021-07-08T07:13:30Z"
    })
    void fractionHasUpToSevenDigits(String time, String written) {
        assertThat(DotNetTime.precise(Instant.parse(time))).isEqualTo(written);
    }

    @Test
    void ticksAreDotNets() {
        // t=638978431009107874 stands in a URL of the answer of 2025-11-04 08:51:40 (recorded).
        assertThat(DotNetTime.ticks(Instant.parse("2025-11-04T08:51:40.910787400Z")))
                .isEqualTo(638978431009107874L);
    }
}
