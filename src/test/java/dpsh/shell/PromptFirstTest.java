package dpsh.shell;

import static dpsh.shell.VirtualScreen.CTRL_D;
import static dpsh.shell.VirtualScreen.ENTER;
import static dpsh.shell.VirtualScreen.TAB;
import static org.assertj.core.api.Assertions.assertThat;

import dpsh.command.Commands;
import dpsh.session.KnownValues;
import dpsh.session.Preferences;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The prompt is there before the commands are; red when {@code Shell} asks for them before it reads a line. */
class PromptFirstTest {
    private static final String PROMPT = "dpsh sandbox>";

    private final SampleCommands sample = new SampleCommands();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    private VirtualScreen shell(Supplier<Commands> commands) {
        VirtualScreen screen = new VirtualScreen("xterm-256color", 100, 24);
        Shell.Setup setup = new Shell.Setup(
                commands,
                () -> new Standing("sandbox", null, null, null),
                KnownValues.NONE,
                new Preferences(),
                Captured.TELLER,
                new NoticeBoard(text -> {
                    throw new IllegalStateException("no prompt for " + text);
                }),
                null,
                Greeting.NONE);
        screen.start(() -> screen.run(setup, true));
        return screen;
    }

    private Commands slow() {
        begun.countDown();
        try {
            assertThat(gate.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return sample;
    }

    @Test
    void thePromptIsPaintedAndTakesKeysWhileTheCommandsAreBuilt() throws Exception {
        try (VirtualScreen shell = shell(this::slow)) {
            shell.awaitLine(PROMPT);
            assertThat(begun.await(60, TimeUnit.SECONDS)).as("nobody typed").isTrue();
            shell.type("echo hello").awaitLine(PROMPT + " echo hello");
            shell.type(ENTER);
            gate.countDown();
            shell.awaitText("hello\n" + PROMPT);
            assertThat(sample.ran).containsExactly(List.of("echo", "hello"));
        }
    }

    @Test
    void tabWaitsForTheCommands() {
        try (VirtualScreen shell = shell(this::slow)) {
            shell.awaitLine(PROMPT);
            shell.type("pro" + TAB);
            gate.countDown();
            shell.awaitText(PROMPT + " protect");
        }
    }

    @Test
    void leavingDoesNotWaitForThem() {
        try (VirtualScreen shell = shell(this::slow)) {
            shell.awaitLine(PROMPT);
            shell.type(CTRL_D);
            assertThat(shell.awaitCode()).isZero();
        } finally {
            gate.countDown();
        }
    }

    @Test
    void commandsThatCannotBeBuiltAreToldAtEnterAndTriedAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (VirtualScreen shell = shell(() -> {
            begun.countDown();
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("no commands today");
            }
            return sample;
        })) {
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            shell.type("echo one" + ENTER).awaitText("no commands today");
            assertThat(shell.type("echo two" + ENTER).awaitText("two\n" + PROMPT))
                    .contains("echo two");
        }
    }
}
