package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SandboxClockTest {
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void manualClockMovesOnlyByAdvancing() {
        SandboxClock clock = new SandboxClock(START, 0);

        assertThat(clock.now()).isEqualTo(START);
        clock.advance(Duration.ofHours(25));
        assertThat(clock.now()).isEqualTo(START.plus(Duration.ofHours(25)));
        assertThat(clock.speed()).isZero();
    }

    @Test
    void advancingWakesThoseWhoseTimeHasCome() throws Exception {
        SandboxClock clock = new SandboxClock(START, 0);
        CountDownLatch asleep = new CountDownLatch(2);
        CompletableFuture<Instant> early = sleeper(clock, 10, asleep);
        CompletableFuture<Instant> late = sleeper(clock, 20, asleep);
        asleep.await();

        while (!early.isDone()) {
            clock.advance(Duration.ofSeconds(1));
            Thread.onSpinWait();
        }
        while (!late.isDone()) {
            clock.advance(Duration.ofSeconds(1));
            Thread.onSpinWait();
        }

        assertThat(early.get()).isAfterOrEqualTo(START.plusSeconds(10));
        assertThat(late.get()).isAfterOrEqualTo(START.plusSeconds(20));
    }

    private static CompletableFuture<Instant> sleeper(SandboxClock clock, int seconds, CountDownLatch asleep) {
        return CompletableFuture.supplyAsync(
                () -> {
                    asleep.countDown();
                    try {
                        clock.sleep(Duration.ofSeconds(seconds));
                    } catch (InterruptedException interrupted) {
                        throw new IllegalStateException(interrupted);
                    }
                    return clock.now();
                },
                task -> new Thread(task).start());
    }

    @Test
    void fastClockSleepsServiceTime() throws InterruptedException {
        SandboxClock clock = new SandboxClock(START, 100_000);
        Instant before = clock.now();

        clock.sleep(Duration.ofMinutes(5));

        assertThat(clock.now()).isAfterOrEqualTo(before.plus(Duration.ofMinutes(5)));
    }

    @Test
    void sleepingForNothingReturnsInManualModeToo() throws Exception {
        SandboxClock clock = new SandboxClock(START, 0);

        CompletableFuture<Instant> done = sleeper(clock, 0, new CountDownLatch(1));

        assertThat(done.get(10, TimeUnit.SECONDS)).isEqualTo(START);
    }

    @Test
    void clockDoesNotGoBack() {
        SandboxClock clock = new SandboxClock(START, 0);

        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SandboxClock(START, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SandboxClock(START, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
