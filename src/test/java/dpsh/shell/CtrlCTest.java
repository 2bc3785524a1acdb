package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CtrlCTest {
    private long nanos;
    private final CtrlC ctrlC = new CtrlC(() -> nanos);

    private void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void aCommandThatDoesNotHeedItIsToldOnceAndNotToTheImpatient() {
        ctrlC.typed();
        assertThat(ctrlC.atCommand()).isFalse();
        pass(200);
        assertThat(ctrlC.atCommand()).isFalse();
        pass(900);
        assertThat(ctrlC.atCommand()).isTrue();
        pass(2000);
        assertThat(ctrlC.atCommand()).isFalse();
        ctrlC.typed();
        assertThat(ctrlC.atCommand()).isFalse();
        pass(1000);
        assertThat(ctrlC.atCommand()).isTrue();
    }

    @Test
    void atThePromptTheSecondInARowLeavesAndOneThatClearsALineDoesNotCount() {
        assertThat(ctrlC.atPrompt(false)).isFalse();
        assertThat(ctrlC.atPrompt(true)).isFalse();
        assertThat(ctrlC.atPrompt(false)).isFalse();
        assertThat(ctrlC.atPrompt(true)).isFalse();
        assertThat(ctrlC.atPrompt(true)).isTrue();
        assertThat(ctrlC.atPrompt(true))
                .as("who was asked and stays begins anew")
                .isFalse();
    }

    @Test
    void oneThatInterruptedACommandCounts() {
        ctrlC.typed();
        ctrlC.atCommand();
        assertThat(ctrlC.atPrompt(true)).isTrue();
    }
}
