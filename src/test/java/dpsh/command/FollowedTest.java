package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FollowedTest {
    @Test
    void whatRunsForLongIsAskedAboutLessOften() {
        assertThat(Followed.pause(Duration.ofSeconds(30), 0)).isLessThan(Duration.ofSeconds(1));
        assertThat(Followed.pause(Duration.ofHours(1), 0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Followed.pause(Duration.ofDays(3), 0)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void whatDoesNotAnswerIsAskedEverLater() {
        assertThat(Followed.pause(Duration.ZERO, 1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Followed.pause(Duration.ZERO, 3)).isEqualTo(Duration.ofMinutes(2));
        assertThat(Followed.pause(Duration.ZERO, 1000)).isEqualTo(Duration.ofMinutes(15));
    }
}
