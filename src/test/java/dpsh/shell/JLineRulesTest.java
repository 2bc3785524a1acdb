package dpsh.shell;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.ENTER;
import static dpsh.shell.VirtualScreen.TAB;
import static dpsh.shell.VirtualShell.PROMPT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The house's rules for JLine, a test for each. */
class JLineRulesTest {
    /** JLine warns when a terminal over streams is closed while it still pumps. */
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private final SampleCommands commands = new SampleCommands();
    private final Captured io = new Captured();
    private final Batch batch = new Batch(() -> commands, Captured.TELLER, io.streams(), TerminalFacts.NONE);

    @BeforeAll
    static void keepJLineQuiet() {
        JLINE.setLevel(Level.OFF);
    }

    @AfterAll
    static void letJLineSpeak() {
        JLINE.setLevel(null);
    }

    /** Red when {@code graphemeCluster(false)} is dropped: the probe is written when the terminal is built. */
    @Test
    void theTerminalIsBuiltWithoutTheGraphemeProbe() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (Terminal terminal = SystemTerminal.builder()
                .system(false)
                .type("xterm-256color")
                .streams(InputStream.nullInputStream(), written)
                .build()) {
            assertThat(terminal.getType()).isEqualTo("xterm-256color");
            assertThat(terminal.getGraphemeClusterMode()).isFalse();
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain("2027");
    }

    @Test
    void tabKnowsTheShellsOwnCommands() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("hist" + TAB).awaitLine(PROMPT + " history");
            shell.type(CTRL_C).awaitText(PROMPT + " history\n" + PROMPT);
            shell.type("exi" + TAB).awaitLine(PROMPT + " exit");
        }
    }

    /** Red when COMPLETE_MATCHER_TYPO is on: {@code valut} would become {@code vault}. */
    @Test
    void completionNeverRewritesWhatWasTyped() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("valut" + TAB + "x").awaitLine(PROMPT + " valutx");
            assertThat(shell.isSet(LineReader.Option.COMPLETE_MATCHER_TYPO)).isFalse();
        }
    }

    /** Red when DISABLE_EVENT_EXPANSION is off: {@code !!} would become the last line. */
    @Test
    void anExclamationMarkIsAnOrdinaryCharacter() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("echo one" + ENTER).awaitText("\none\n" + PROMPT);
            shell.type("echo !! a!b" + ENTER).awaitText("\n!!|a!b\n" + PROMPT);
            assertThat(shell.isSet(LineReader.Option.DISABLE_EVENT_EXPANSION)).isTrue();
        }
    }

    @Test
    void everyWayInRunsTheRootWithTheCommandsNameInFront() {
        batch.run(List.of("echo one", "echo two ; echo three"), false);
        assertThat(commands.ran)
                .containsExactly(List.of("echo", "one"), List.of("echo", "two"), List.of("echo", "three"));
    }

    @Test
    void aCodeOtherThanZeroIsAFailureForAndAndOr() {
        assertThat(batch.run(List.of("fail 4 && echo no"), false)).isEqualTo(4);
        assertThat(batch.run(List.of("fail 4 || echo rescued"), false)).isZero();
        assertThat(batch.run(List.of("echo fine || echo no"), false)).isZero();
        assertThat(batch.run(List.of("echo a && fail 5"), false)).isEqualTo(5);
        assertThat(io.out()).isEqualTo("rescued\nfine\na\n");
    }

    @Test
    void commandsWriteToTheStageStreams(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("data");
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("echo data > " + file + ENTER).await(t -> Files.exists(file) && t.endsWith(PROMPT));
            assertThat(Files.readString(file)).isEqualTo("data\n");
            assertThat(shell.text().lines().filter(l -> l.equals("data"))).isEmpty();
        }
    }

    @Test
    void aRelativeFileIsThatOfTheWorkingDirectory() throws IOException {
        Path file = Path.of("target", "relative-redirection.txt");
        Files.deleteIfExists(file);
        assertThat(batch.run(List.of("echo here > " + file), false)).isZero();
        assertThat(Files.readString(file)).isEqualTo("here\n");
    }

    @Test
    void ctrlCInterruptsTheCommandAndNotTheShell() throws InterruptedException {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("wait" + ENTER);
            shell.commands.waiting.await();
            shell.type(CTRL_C).awaitText("interrupted. It goes on at the service.\n" + PROMPT);
            assertThat(shell.isOpen()).isTrue();
        }
    }

    /** Red when the flag is left set: the next command would be interrupted before it began. */
    @Test
    void theInterruptFlagIsClearedAfterwards() {
        CompletableFuture<Boolean> interrupted = CompletableFuture.supplyAsync(() -> {
            try {
                commands.waiting.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return batch.interrupt();
        });
        assertThat(batch.run(List.of("wait"), false)).isEqualTo(130);
        assertThat(interrupted.join()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void groovyLinesBypassThePipelineParser() {
        batch.run(List.of("= instances().findAll { it.size > 3 || it.name == 'a;b' }"), false);
        assertThat(commands.ran)
                .containsExactly(List.of("=", "--", "instances().findAll { it.size > 3 || it.name == 'a;b' }"));
    }

    @Test
    void withoutATerminalThereIsNoPrompt() {
        Captured piped = new Captured();
        new Batch(() -> commands, Captured.TELLER, piped.streams(), TerminalFacts.NONE)
                .run(new java.io.ByteArrayInputStream("echo one\n".getBytes(StandardCharsets.UTF_8)), false);
        assertThat(piped.out()).isEqualTo("one\n");
        assertThat(piped.err()).isEmpty();
    }

    @Test
    void noFileImportsBothLibraries() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dpsh/shell"))) {
            List<Path> sources = files.toList();
            assertThat(sources).hasSizeGreaterThan(20);
            for (Path source : sources) {
                String text = Files.readString(source);
                assertThat(text.contains("import org.jline.") && text.contains("import picocli."))
                        .as(source.toString())
                        .isFalse();
            }
        }
    }
}
