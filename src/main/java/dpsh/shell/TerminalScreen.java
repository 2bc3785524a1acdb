package dpsh.shell;

import dpsh.arm.DpshException;
import dpsh.command.Editing;
import dpsh.command.FullScreen;
import dpsh.command.Screen;
import dpsh.command.Sheet;
import dpsh.view.Ink;
import dpsh.view.LiveBlock;
import dpsh.view.Page;
import dpsh.view.PlainText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** The terminal that the prompt is on. Data and notices both appear there. */
final class TerminalScreen implements Screen {
    private final Terminal terminal;
    private final Ink ink;
    private final PrintWriter writer;
    private final HeldWriter held;
    private final PrintWriter err;
    private final BooleanSupplier pages;
    private final @Nullable LiveArea area;
    private volatile boolean full;
    private @Nullable Editing editing;

    /**
     * @param redraws whether the cursor can be moved
     * @param pages asked before each result: whether one that is taller than the screen gets a pager
     */
    TerminalScreen(Terminal terminal, Ink ink, boolean redraws, BooleanSupplier pages) {
        this.terminal = terminal;
        this.pages = () -> redraws && terminal.getRows() > 0 && pages.getAsBoolean();
        this.ink = ink;
        LiveArea edge = redraws ? new LiveArea(terminal.writer(), terminal::getColumns, ink, System::nanoTime) : null;
        this.area = edge;
        this.writer = edge == null ? terminal.writer() : edge.above(terminal.writer(), false);
        this.held = new HeldWriter(writer);
        this.err = new PrintWriter(held);
    }

    @Override
    public Sheet sheet() {
        return pages.getAsBoolean() ? new PagedSheet(terminal, this) : Sheet.on(page());
    }

    /** A pager has the terminal: what is said waits. */
    void hold() {
        held.hold();
    }

    /** The pager is left: what was said meanwhile is shown. */
    void release() {
        held.release();
    }

    /** Whether a pager has the terminal. */
    boolean isHeld() {
        return held.isHeld();
    }

    @Override
    public Page page() {
        return new Page(writer, err, ink, ink, Math.max(0, terminal.getColumns()));
    }

    @Override
    public LiveBlock live() {
        return area == null ? new SaidBlock(writer, System::nanoTime) : area.open();
    }

    @Override
    public boolean redraws() {
        return area != null;
    }

    /** There is a prompt on it, where texts can be edited. */
    void prompts(Editing at) {
        editing = at;
    }

    @Override
    public @Nullable Editing editing() {
        return editing;
    }

    @Override
    public @Nullable FullScreen fullScreen() {
        if (area == null) {
            return null;
        }
        FullScreen whole = new TerminalFullScreen(terminal, ink);
        return view -> {
            full = true;
            try {
                whole.show(view);
            } finally {
                full = false;
            }
        };
    }

    /** Whether a view has the whole terminal now: nothing else may be written to it. */
    boolean isFull() {
        return full;
    }

    /** Whether a block of lines stands below everything else now. */
    boolean isLive() {
        return area != null && area.isShown();
    }

    /** What was typed, or pasted as typing, before the question was there is no answer to it. */
    private void dropTypedAhead() {
        try {
            while (terminal.reader().peek(1) >= 0) {
                terminal.reader().read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be read", e);
        }
    }

    @Override
    public @Nullable String ask(String question) {
        if (area != null) {
            area.asking();
        }
        dropTypedAhead();
        LineReader asker = LineReaderBuilder.builder()
                .terminal(terminal)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.INSERT_TAB, true)
                .variable(LineReader.DISABLE_HISTORY, true)
                .variable(LineReader.DISABLE_COMPLETION, true)
                .build();
        try {
            return asker.readLine(PlainText.of(question) + " ").strip();
        } catch (EndOfFileException e) {
            return null;
        } catch (UserInterruptException e) {
            throw new DpshException.Interrupted("interrupted at the question", null);
        } finally {
            if (area != null) {
                area.answered();
            }
        }
    }
}
