package dpsh.shell;

import dpsh.arm.DpshException;
import dpsh.command.Screen;
import dpsh.view.Ink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Standard streams without a terminal library: one-shot commands, piped lines, redirected output. */
final class PlainScreen implements Screen {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Ink ink;
    private final Ink errInk;
    private final int width;
    private final @Nullable BufferedReader answers;

    private PlainScreen(PrintWriter out, PrintWriter err, TerminalFacts facts, @Nullable BufferedReader answers) {
        this.out = out;
        this.err = err;
        this.ink = facts.out() && facts.styled() ? new AnsiInk() : new PlainInk();
        this.errInk = facts.err() && facts.styled() ? new AnsiInk() : new PlainInk();
        this.width = facts.out() ? facts.columns() : 0;
        this.answers = answers;
    }

    /** @param answers where a person types answers, or null when nobody is there */
    static PlainScreen on(PrintWriter out, PrintWriter err, TerminalFacts facts, @Nullable BufferedReader answers) {
        return new PlainScreen(out, err, facts, facts.in() && facts.err() ? answers : null);
    }

    @Override
    public PrintWriter out() {
        return out;
    }

    @Override
    public PrintWriter err() {
        return err;
    }

    @Override
    public Ink ink() {
        return ink;
    }

    @Override
    public Ink errInk() {
        return errInk;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public @Nullable String ask(String question) {
        if (answers == null) {
            return null;
        }
        err.print(question);
        err.print(' ');
        err.flush();
        try {
            String answer = answers.readLine();
            return answer == null ? null : answer.strip();
        } catch (IOException e) {
            throw new DpshException.Refused(
                    "the answer cannot be read", e.getMessage(), "use --yes where that is meant");
        }
    }
}
