package dpsh.shell;

import dpsh.command.Screen;
import dpsh.view.PlainText;
import dpsh.view.Tone;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out lines that somebody wrote down, and names the one that failed. */
final class ScriptRun {
    private final Screen screen;
    private final Function<String, LineOutcome> runner;
    private final Tally result;
    private final @Nullable String file;

    /** @param file what the lines stand in, or null for standard input and the command line */
    ScriptRun(Screen screen, Function<String, LineOutcome> runner, boolean keepGoing, @Nullable String file) {
        this.screen = screen;
        this.runner = runner;
        this.result = new Tally(keepGoing);
        this.file = file;
    }

    Tally result() {
        return result;
    }

    /**
     * Until the end, or the first failure.
     *
     * @param before how many lines stood in front of these
     * @param several whether the failing one must be named
     */
    ScriptRun run(Lines lines, int before, boolean several) {
        while (lines.hasNext() && !result.over()) {
            Lines.Line line = lines.next();
            LineOutcome outcome = runner.apply(line.text());
            result.take(outcome);
            if (several && outcome.kind() == LineOutcome.Kind.RAN && outcome.code() != 0) {
                name(before + line.number(), line.text(), outcome.code());
            }
        }
        return this;
    }

    /** Prints {@code dpsh: line 3 ended with 2: protect disk x}, or that it stopped there. */
    private void name(int number, String line, int code) {
        String text = Secrets.in(line) ? "(not shown: it carries a secret)" : PlainText.of(line.strip());
        String where = (file == null ? "" : PlainText.of(file) + " ") + "line " + number;
        screen.err()
                .println(screen.errInk()
                        .paint(
                                "dpsh: " + where + " ended with " + code + (result.over() ? ", stopped there: " : ": ")
                                        + text,
                                Tone.DIM));
        screen.err().flush();
    }
}
