package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineRunnerTest {
    private final SampleCommands commands = new SampleCommands();
    private final Captured io = new Captured();
    private final Batch batch = new Batch(() -> commands, Captured.TELLER, io.streams(), TerminalFacts.NONE);

    @TempDir
    Path directory = Path.of("");

    private int run(String line) {
        return batch.run(List.of(line), false);
    }

    @Test
    void quotesReachTheCommandAsOneWord() {
        assertThat(run("echo 'Backup Operations' \"a|b\" c\\;d")).isZero();
        assertThat(io.out()).isEqualToIgnoringNewLines("Backup Operations|a|b|c;d");
    }

    @Test
    void anAmpersandInsideAWordIsNoOperator() {
        assertThat(run("echo https://x/y?a=1&b=2")).isZero();
        assertThat(io.out()).isEqualToIgnoringNewLines("https://x/y?a=1&b=2");
    }

    @Test
    void aJmesPathInQuotesIsOneWord() {
        run("echo \"[?state=='X' || n > `3`].name | [0]\"");
        assertThat(io.out()).isEqualToIgnoringNewLines("[?state=='X' || n > `3`].name | [0]");
    }

    @Test
    void aSemicolonRunsBothAndTheLastOneCounts() {
        assertThat(run("fail 4 ; echo two")).isZero();
        assertThat(run("echo one ; fail 4")).isEqualTo(4);
        assertThat(io.out()).isEqualTo("two\none\n");
    }

    @Test
    void dataGoesIntoAFile() throws IOException {
        Path file = directory.resolve("list.txt");
        assertThat(run("echo Ärger 漢 > " + file)).isZero();
        assertThat(run("echo more >> " + file)).isZero();
        assertThat(Files.readString(file)).isEqualTo("Ärger|漢\nmore\n");
        assertThat(io.out()).isEmpty();
    }

    @Test
    void errorsDoNotGoIntoTheFile() throws IOException {
        Path file = directory.resolve("list.txt");
        assertThat(run("fail 3 > " + file)).isEqualTo(3);
        assertThat(Files.readString(file)).isEmpty();
        assertThat(io.err()).contains("failing with 3");
    }

    @Test
    void redirectedOutputHasNoWidth() throws IOException {
        Path file = directory.resolve("width.txt");
        run("width > " + file);
        assertThat(Files.readString(file)).isEqualTo("width=0\n");
    }

    @Test
    void aFileThatCannotBeOpenedIsTold() {
        assertThat(run("echo a > " + directory.resolve("none/list.txt"))).isEqualTo(1);
        assertThat(io.err()).contains("cannot redirect to or from").contains("none/list.txt");
        assertThat(io.out()).isEmpty();
    }

    @Test
    void theBackgroundIsRefused() {
        assertThat(run("echo a &")).isEqualTo(2);
        assertThat(io.err()).contains("nothing runs in the background");
        assertThat(commands.ran).isEmpty();
    }

    @Test
    void anOpenQuoteRunsNothing() {
        assertThat(run("echo 'a ; echo b")).isEqualTo(2);
        assertThat(io.err()).contains("a single quote is not closed");
        assertThat(commands.ran).isEmpty();
    }

    @Test
    void anUnknownCommandIsToldByTheCommandLanguage() {
        assertThat(run("vualt list")).isEqualTo(2);
        assertThat(run("vualt list ; echo on")).isZero();
        assertThat(io.err()).contains("vualt");
        assertThat(io.out()).isEqualTo("on\n");
    }

    @Test
    void aDefectInACommandIsToldAndEndsNothing() {
        assertThat(run("crash")).isEqualTo(1);
        assertThat(run("echo on")).isZero();
        assertThat(io.err()).contains("problem: broken");
    }

    @Test
    void commentsAndBlankLinesRunNothing() {
        assertThat(run("# protect disk x")).isZero();
        assertThat(run("   ")).isZero();
        assertThat(commands.ran).isEmpty();
    }

    @Test
    void exitInsideALineSkipsTheRestOfIt() {
        assertThat(run("exit 7 ; echo on")).isEqualTo(7);
        assertThat(commands.ran).containsExactly(List.of("exit", "7"));
    }

    @Test
    void exitWithNonsenseIsLeftToTheCommandLanguage() {
        assertThat(run("exit now")).isEqualTo(2);
    }
}
