package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceTest {
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void isMadeWhenItIsFirstNeededAndNotBefore() {
        Once<Integer> once = new Once<>(calls::incrementAndGet);
        assertThat(once.peek()).isNull();
        assertThat(calls).hasValue(0);
        assertThat(once.get()).isEqualTo(1);
        assertThat(once.get()).isEqualTo(1);
        assertThat(once.peek()).isEqualTo(1);
    }

    @Test
    void whatIsMadeInTheBackgroundIsAwaitedAndMadeOnce() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        Once<Thread> once = new Once<>(() -> {
            calls.incrementAndGet();
            await(gate);
            return Thread.currentThread();
        });
        once.begin("maker");
        once.begin("another");
        CompletableFuture<Thread> needed = CompletableFuture.supplyAsync(once::get);
        assertThat(once.peek()).isNull();
        gate.countDown();
        assertThat(needed.get(60, TimeUnit.SECONDS)).isSameAs(once.peek());
        assertThat(calls).hasValue(1);
    }

    @Test
    void aFailureInTheBackgroundIsToldWhereTheValueIsNeeded() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        Once<String> once = new Once<>(() -> {
            failed.countDown();
            throw new IllegalStateException("no luck, time " + calls.incrementAndGet());
        });
        once.begin("maker");
        assertThat(failed.await(60, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(once::get).hasMessage("no luck, time 2");
        assertThat(once.peek()).isNull();
    }

    private static void await(CountDownLatch gate) {
        try {
            assertThat(gate.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
