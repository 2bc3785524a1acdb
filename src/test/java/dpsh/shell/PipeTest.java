package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pipes between commands of dpsh and programs of the machine. */
class PipeTest {
    private final SampleCommands commands = new SampleCommands();
    private final Captured io = new Captured();
    private final Batch batch = new Batch(() -> commands, Captured.TELLER, io.streams(), TerminalFacts.NONE);

    @TempDir
    Path directory = Path.of("");

    private int run(String line) {
        return batch.run(List.of(line), false);
    }

    @Test
    void aCommandFeedsAProgramAndItsOutputIsShown() {
        assertThat(run("echo b a c | tr '|' '\\n' | sort -r | head -2")).isZero();
        assertThat(io.out()).isEqualTo("c\nb\n");
    }

    @Test
    void argumentsReachAProgramAsTheyWereTyped() {
        assertThat(run("echo x | sh -c 'cat; echo \"$1|$2\"' sh '*' 'a b'")).isZero();
        assertThat(io.out()).isEqualTo("x\n*|a b\n");
    }

    @Test
    void aCommandReadsWhatTheStageBeforeItWrote() {
        assertThat(run("echo one two | read")).isZero();
        assertThat(run("echo one two | tr o 0 | read")).isZero();
        assertThat(io.out()).isEqualTo("read: one|two\nread: 0ne|tw0\n");
    }

    @Test
    void aCommandReadsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("in"), "from a file\n");
        assertThat(run("read < " + file)).isZero();
        assertThat(io.out()).isEqualTo("read: from a file\n");
    }

    @Test
    void aPipeGoesIntoAFile() throws IOException {
        Path file = directory.resolve("sorted");
        assertThat(run("echo b a | tr '|' '\\n' | sort > " + file)).isZero();
        assertThat(Files.readString(file)).isEqualTo("a\nb\n");
        assertThat(io.out()).isEmpty();
    }

    /** Red when a broken pipe is told as a defect: {@code many} writes far more than a pipe holds. */
    @Test
    void aProgramThatReadsNoMoreIsNoFailureAndEndsTheCommand() {
        assertThat(run("many 1000000 | head -2")).isZero();
        assertThat(io.out()).isEqualTo("row 1\nrow 2\n");
        assertThat(io.err()).isEmpty();
        assertThat(commands.wrote).isLessThan(1_000_000);
    }

    @Test
    void theLastStageThatFailedCounts() {
        assertThat(run("fail 4 | cat")).isEqualTo(4);
        assertThat(run("fail 4 | sh -c 'cat; exit 7'")).isEqualTo(7);
        assertThat(run("echo a | sh -c 'cat; exit 7' | cat")).isEqualTo(7);
        assertThat(run("echo a | grep b || echo rescued")).isZero();
        assertThat(io.out()).isEqualTo("a\nrescued\n");
    }

    @Test
    void nothingIsFedFromAFailureIntoACommand() {
        assertThat(run("fail 3 | read")).isEqualTo(3);
        assertThat(run("echo a | grep b | read")).isEqualTo(1);
        assertThat(commands.ran).containsExactly(List.of("fail", "3"), List.of("echo", "a"));
    }

    @Test
    void whatCannotBeRunIsSaidBeforeAnythingRuns() {
        assertThat(run("echo a ; echo b | no-such-program-here")).isEqualTo(2);
        assertThat(io.err()).contains("'no-such-program-here' is neither a command nor a program");
        assertThat(run("echo a > x | cat")).isEqualTo(2);
        assertThat(commands.ran).isEmpty();
    }

    @Test
    void aProgramIsNeverTheFirst() {
        assertThat(run("ls | cat")).isEqualTo(2);
        assertThat(io.out()).isEmpty();
    }

    @Test
    void aCommandComesBeforeAProgramOfItsName() {
        assertThat(run("echo a | echo b")).isZero();
        assertThat(commands.ran).containsExactly(List.of("echo", "a"), List.of("echo", "b"));
    }

    @Test
    void whatAProgramSaysOfItselfIsNoData() {
        assertThat(run("echo a | sh -c 'cat >&2'")).isZero();
        assertThat(io.out()).isEmpty();
        assertThat(io.err()).isEqualTo("a\n");
    }

    @Test
    void aFileThatCannotBeWrittenRunsNothing() {
        assertThat(run("echo a | cat > " + directory)).isEqualTo(1);
        assertThat(io.err()).contains("cannot redirect to or from " + directory);
        assertThat(commands.ran).isEmpty();
    }

    /** Red when the interruption reaches the command's thread only, and the program is waited for. */
    @Test
    void ctrlCEndsAProgramToo() throws IOException {
        Path begun = directory.resolve("begun");
        CompletableFuture<Boolean> interrupted = CompletableFuture.supplyAsync(() -> {
            while (!Files.exists(begun)) {
                Thread.onSpinWait();
            }
            return batch.interrupt();
        });
        assertThat(run("echo a | sh -c 'touch " + begun + "; exec sleep 600'")).isEqualTo(130);
        assertThat(interrupted.join()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void muchGoesThroughWithoutALoss() {
        assertThat(run("many 100000 | cat | read")).isZero();
        String all = Stream.iterate(1, i -> i + 1)
                .limit(100_000)
                .map(i -> "row " + i)
                .collect(Collectors.joining("\n"));
        assertThat(io.out()).isEqualTo("read: " + all + "\n");
    }
}
