package dpsh.shell;

import dpsh.arm.DpshException;
import dpsh.command.FullScreen;
import dpsh.command.Screen;
import dpsh.view.Ink;
import dpsh.view.LiveBlock;
import dpsh.view.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Standard streams without a terminal library: one-shot commands, piped lines, redirected output. */
final class PlainScreen implements Screen {
    private final Page page;
    private final LongSupplier nanos;
    private final @Nullable BufferedReader answers;
    private final @Nullable LiveArea area;
    private final TerminalFacts facts;

    private PlainScreen(
            PrintWriter out,
            PrintWriter err,
            TerminalFacts facts,
            @Nullable BufferedReader answers,
            LongSupplier nanos) {
        Ink ink = facts.out() && facts.styled() ? new AnsiInk(facts::theme) : new PlainInk();
        Ink errInk = facts.err() && facts.styled() ? new AnsiInk(facts::theme) : new PlainInk();
        this.nanos = nanos;
        this.answers = answers;
        LiveArea edge = facts.err() && facts.redraws()
                ? new LiveArea(err, new TerminalWidth(facts.columns()), errInk, nanos)
                : null;
        this.area = edge;
        this.facts = facts;
        this.page = new Page(
                edge == null || !facts.out() ? out : edge.above(out, true),
                edge == null ? err : edge.above(err, true),
                ink,
                errInk,
                facts.out() ? facts.columns() : 0);
    }

    /** @param answers where a person types answers, or null when nobody is there */
    static PlainScreen on(PrintWriter out, PrintWriter err, TerminalFacts facts, @Nullable BufferedReader answers) {
        return on(out, err, facts, answers, System::nanoTime);
    }

    /** @param nanos a clock of real time that only goes forward, for what is said again and again */
    static PlainScreen on(
            PrintWriter out,
            PrintWriter err,
            TerminalFacts facts,
            @Nullable BufferedReader answers,
            LongSupplier nanos) {
        return new PlainScreen(out, err, facts, facts.in() && facts.err() ? answers : null, nanos);
    }

    @Override
    public Page page() {
        return page;
    }

    @Override
    public LiveBlock live() {
        return area == null ? new SaidBlock(err(), nanos) : area.open();
    }

    @Override
    public boolean redraws() {
        return area != null && facts.out();
    }

    @Override
    public @Nullable FullScreen fullScreen() {
        return redraws() && facts.in()
                ? new OpenedScreen(() -> SystemTerminal.open(facts, System.getenv("TERM")), ink())
                : null;
    }

    @Override
    public @Nullable String ask(String question) {
        if (answers == null) {
            return null;
        }
        err().print(question);
        err().print(' ');
        err().flush();
        try {
            String answer = answers.readLine();
            return answer == null ? null : answer.strip();
        } catch (IOException e) {
            throw new DpshException.Refused(
                    "the answer cannot be read", e.getMessage(), "use --yes where that is meant");
        } finally {
            if (area != null) {
                area.answered();
            }
        }
    }
}
