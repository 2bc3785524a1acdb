package dpsh;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.shell.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher as it is shipped, at a terminal of the operating system: the keys are bytes that go through the kernel, Ctrl-C is
 * the signal that the kernel makes of one, and what is looked at is the screen that a terminal would show.
 */
class LaunchedShellTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PROMPT = "dpsh sandbox>";
    private static final String UP = "\u001b[A";

    @TempDir
    Path root;

    private final ScreenTerminal screen = new ScreenTerminal(100, 30);

    private void show(String written) {
        synchronized (screen) {
            screen.write(written);
        }
    }

    private String text() {
        synchronized (screen) {
            return Stream.of(screen.toString().split("\n"))
                    .map(String::stripTrailing)
                    .reduce("", (above, line) -> above + line + "\n")
                    .stripTrailing();
        }
    }

    /** The line being edited; a hint may stand below it. */
    private String lastLine() {
        return text().lines().filter(line -> line.startsWith(PROMPT)).reduce("", (earlier, later) -> later);
    }

    private void await(PseudoTerminal terminal, Predicate<String> condition) throws InterruptedException {
        assertThat(terminal.await(written -> condition.test(text()), PATIENCE))
                .as("the screen never got there; it shows:\n" + text())
                .isTrue();
    }

    /** A process has a controlling terminal only when it leads a session. */
    private static List<String> prefix() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(Signals.heedingInterrupts());
        words.addAll(hasSetsid() ? List.of("setsid", "-c") : List.of());
        return words;
    }

    private static boolean hasSetsid() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "setsid")));
    }

    /** Where nothing can make the process lead a session, the signal comes from here in place of the kernel. */
    private static void pressCtrlC(PseudoTerminal terminal, Process process) throws IOException, InterruptedException {
        if (hasSetsid()) {
            terminal.type("\u0003");
        } else {
            assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        }
    }

    @Test
    void startsCompletesRunsIsInterruptedRemembersAndLeaves() throws Exception {
        InstalledCopy copy = new InstalledCopy(root.toRealPath());
        Files.createDirectories(copy.home);
        try (PseudoTerminal terminal = PseudoTerminal.open(100, 30, this::show)) {
            Process process = terminal.start(copy.command(prefix(), "--sandbox"));
            try {
                await(terminal, text -> lastLine().equals(PROMPT));
                assertThat(text()).contains("Tab completes").doesNotContain("WARNING", "rror");

                terminal.type("vau\t");
                await(terminal, text -> lastLine().equals(PROMPT + " vault"));
                terminal.type("list\r");
                await(terminal, text -> text.contains("2 vaults") && lastLine().equals(PROMPT));
                assertThat(text()).contains("testBkpVault  TestBkpVaultRG");

                terminal.type("no such thing");
                await(terminal, text -> lastLine().endsWith("no such thing"));
                pressCtrlC(terminal, process);
                await(terminal, text -> lastLine().equals(PROMPT));

                terminal.type("= println('be' + 'gun'); sleep(600000)\r");
                await(terminal, text -> text.contains("begun"));
                pressCtrlC(terminal, process);
                await(terminal, text -> lastLine().equals(PROMPT) && text.contains("begun\n^C"));

                terminal.type(UP + UP);
                await(terminal, text -> lastLine().equals(PROMPT + " vault list"));
                terminal.type("\u0015exit\r");
                assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .as(text())
                        .isTrue();
                assertThat(process.exitValue()).isZero();
                await(terminal, text -> text.contains("The sandbox's world ends here"));
            } finally {
                process.destroyForcibly();
            }
        }
        assertThat(copy.home.resolve("history-sandbox"))
                .content()
                .contains("vault list", "= println(")
                .doesNotContain("no such thing");
    }
}
