package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final SampleCommands commands = new SampleCommands();
    private final Captured io = new Captured();
    private final Batch batch = batch(io, TerminalFacts.NONE);

    private Batch batch(Captured streams, TerminalFacts facts) {
        return new Batch(() -> commands, Captured.TELLER, streams.streams(), facts);
    }

    private int pipe(String text, boolean keepGoing) {
        return batch.run(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), keepGoing);
    }

    @Test
    void linesRunOneByOneInOneSession() {
        assertThat(batch.run(List.of("echo one", "echo two"), false)).isZero();
        assertThat(io.out()).isEqualTo("one\ntwo\n");
        assertThat(io.err()).isEmpty();
    }

    @Test
    void stopsAtTheFirstFailureAndNamesIt() {
        assertThat(batch.run(List.of("echo one", "fail 4", "echo three"), false))
                .isEqualTo(4);
        assertThat(io.out()).isEqualTo("one\n");
        assertThat(io.err()).isEqualTo("failing with 4\ndpsh: line 2 ended with 4, stopped there: fail 4\n");
    }

    @Test
    void aSingleLineIsNotNamed() {
        assertThat(batch.run(List.of("fail 4"), false)).isEqualTo(4);
        assertThat(io.err()).isEqualTo("failing with 4\n");
    }

    @Test
    void keepsGoingWhenAskedAndSaysMixed() {
        assertThat(batch.run(List.of("echo one", "fail 4", "echo three"), true)).isEqualTo(3);
        assertThat(io.out()).isEqualTo("one\nthree\n");
        assertThat(io.err()).contains("dpsh: line 2 ended with 4: fail 4");
    }

    @Test
    void keepsTheCodeThatAllLinesShare() {
        assertThat(batch.run(List.of("fail 4", "fail 4"), true)).isEqualTo(4);
        assertThat(batch.run(List.of("fail 4", "fail 5"), true)).isEqualTo(3);
        assertThat(batch.run(List.of("echo a", "# comment"), true)).isZero();
    }

    @Test
    void aSecretIsNotRepeated() {
        batch.run(List.of("fail 4 --sas 'sig=abc'", "echo on"), true);
        assertThat(io.err()).contains("line 1 ended with 2: (not shown: it carries a secret)");
        assertThat(io.err().substring(io.err().indexOf("dpsh: line"))).doesNotContain("abc");
    }

    @Test
    void readsPipedLinesWithMarksReturnsCommentsAndNoLastNewline() {
        assertThat(pipe("\uFEFFecho one\r\n\r\n# comment\r\n  echo Ärger", false))
                .isZero();
        assertThat(io.out()).isEqualTo("one\nÄrger\n");
    }

    @Test
    void namesTheLineOfThePipedText() {
        assertThat(pipe("# first\n\nfail 5\n", false)).isEqualTo(5);
        assertThat(io.err()).contains("line 3 ended with 5, stopped there: fail 5");
    }

    @Test
    void exitEndsTheBatch() {
        assertThat(pipe("echo one\nexit\necho two\n", false)).isZero();
        assertThat(pipe("exit 9\n", false)).isEqualTo(9);
        assertThat(io.out()).isEqualTo("one\n");
    }

    @Test
    void exitWithoutACodeKeepsWhatFailedBefore() {
        assertThat(pipe("echo one\nfail 4\nexit\n", true)).isEqualTo(3);
    }

    @Test
    void runsOneCommandWhoseWordsAreSplitAlready() {
        assertThat(batch.run(List.of("echo", "a b", ";", "|"))).isZero();
        assertThat(io.out()).isEqualTo("a b|;||\n");
    }

    @Test
    void aQuestionWithoutATerminalHasNoAnswer() {
        assertThat(batch.run(List.of("ask"))).isZero();
        assertThat(io.out()).isEqualTo("answer=null\n");
        assertThat(io.err()).isEmpty();
    }

    @Test
    void aQuestionAtATerminalIsAskedOnStandardError() {
        Captured typed = new Captured(" yes \n");
        batch(typed, new TerminalFacts(true, false, true, 0, true)).run(List.of("ask"));
        assertThat(typed.out()).isEqualTo("answer=yes\n");
        assertThat(typed.err()).isEqualTo("Really? ");
    }

    @Test
    void pipesGetNoColourAndNoWidth() {
        batch.run(List.of("echo a", "width"), false);
        assertThat(io.out()).isEqualTo("a\nwidth=0\n");
    }

    @Test
    void terminalsGetColourAndTheirWidth() {
        Captured seen = new Captured();
        batch(seen, new TerminalFacts(false, true, true, 90, true)).run(List.of("echo a", "width"), false);
        assertThat(seen.out()).isEqualTo("\u001b[32ma\u001b[0m\nwidth=90\n");
    }

    @Test
    void noColorGetsItsWidthOnly() {
        Captured seen = new Captured();
        batch(seen, new TerminalFacts(false, true, true, 90, false)).run(List.of("echo a", "width"), false);
        assertThat(seen.out()).isEqualTo("a\nwidth=90\n");
    }

    @Test
    void anInterruptEndsTheBatchEvenWhenKeepingGoing() throws InterruptedException {
        Thread interrupter = new Thread(() -> {
            try {
                commands.waiting.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            batch.interrupt();
        });
        interrupter.start();
        assertThat(batch.run(List.of("echo one", "wait", "echo three"), true)).isEqualTo(130);
        interrupter.join();
        assertThat(io.out()).isEqualTo("one\nwaiting\n");
        assertThat(io.err()).contains("interrupted. It goes on at the service.");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
