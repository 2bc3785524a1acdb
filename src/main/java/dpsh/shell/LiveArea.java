package dpsh.shell;

import dpsh.view.Cell;
import dpsh.view.Ink;
import dpsh.view.LiveBlock;
import dpsh.view.LiveText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The lower edge of a terminal, where one block of lines is redrawn in place. The cursor stands at the beginning of the line
 * below the block; whatever is printed through {@link #above} takes the block away first, and it comes back behind it.
 *
 * <p>A terminal that becomes narrower than a line of the block may have wrapped it, or not: nobody can tell how many lines there
 * are to take away. The block stays standing then and a new one begins below, so that nothing of what was printed is lost.
 */
final class LiveArea {
    /** A little less than a quarter of a second, so that who shows something four times a second is not late by a hair. */
    private static final long PAUSE_NANOS = 240_000_000;

    private static final int USUAL_WIDTH = 80;

    private final PrintWriter terminal;
    private final IntSupplier columns;
    private final Ink ink;
    private final LongSupplier nanos;
    private final List<PrintWriter> streams = new ArrayList<>();
    private final List<Integer> drawn = new ArrayList<>();
    private @Nullable Block block;
    private boolean atLineStart = true;

    /**
     * @param terminal what the block is written to, past {@link #above}
     * @param columns the terminal's width now, or 0 when nobody knows
     * @param nanos a clock that only goes forward
     */
    LiveArea(PrintWriter terminal, IntSupplier columns, Ink ink, LongSupplier nanos) {
        this.terminal = terminal;
        this.columns = columns;
        this.ink = ink;
        this.nanos = nanos;
    }

    /** The same stream for everybody else: what is written to it appears above the block. */
    synchronized PrintWriter above(PrintWriter stream, boolean autoFlush) {
        streams.add(stream);
        return new PrintWriter(new AboveWriter(this, stream), autoFlush);
    }

    /** Begins a block; one that is shown already ends. */
    synchronized LiveBlock open() {
        Block before = block;
        if (before != null) {
            before.close();
        }
        if (!atLineStart) {
            terminal.print("\r\n");
            atLineStart = true;
        }
        Block opened = new Block();
        block = opened;
        return opened;
    }

    /** Whether there is a block, also one that has made room. */
    synchronized boolean isOpen() {
        return block != null;
    }

    /** Whether a block stands at the lower edge now. */
    synchronized boolean isShown() {
        return !drawn.isEmpty();
    }

    /** Something is about to be written by others: the block makes room. */
    synchronized void makeRoom() {
        if (!drawn.isEmpty() && !mayHaveWrapped(columns.getAsInt())) {
            terminal.print("\u001b[" + drawn.size() + "A\r\u001b[J");
            terminal.flush();
        }
        drawn.clear();
    }

    /** What was written, to know whether the cursor stands at the beginning of a line. */
    synchronized void wrote(char last) {
        atLineStart = last == '\n';
    }

    /** Somebody is asked on this terminal: the block makes room and stays away until {@link #answered}. */
    synchronized void asking() {
        makeRoom();
        atLineStart = false;
    }

    /** The answer's line has ended. */
    synchronized void answered() {
        atLineStart = true;
        comeBack();
    }

    /** What others wrote is on the terminal: the block may come back. */
    synchronized void comeBack() {
        Block shown = block;
        if (shown != null && drawn.isEmpty()) {
            shown.draw();
        }
    }

    private boolean mayHaveWrapped(int width) {
        return width > 0 && drawn.stream().anyMatch(line -> line > width);
    }

    /** Draws over what is drawn, so that nothing flickers. */
    private void draw(LiveText text) {
        streams.forEach(PrintWriter::flush);
        if (!atLineStart) {
            return;
        }
        int width = columns.getAsInt();
        if (mayHaveWrapped(width)) {
            drawn.clear();
        }
        StringBuilder output = new StringBuilder();
        if (!drawn.isEmpty()) {
            output.append("\u001b[").append(drawn.size()).append('A');
        }
        output.append('\r');
        drawn.clear();
        for (Cell line : text.lines(Math.max(1, (width > 0 ? width : USUAL_WIDTH) - 1), ink)) {
            output.append(line.painted(ink)).append("\u001b[K\r\n");
            drawn.add(ink.width(line.text()));
        }
        output.append("\u001b[J");
        terminal.print(output);
        terminal.flush();
    }

    private final class Block implements LiveBlock {
        private @Nullable LiveText newest;
        private @Nullable Long drawnAt;
        private int widthBefore;

        @Override
        public void show(LiveText text) {
            synchronized (LiveArea.this) {
                newest = text;
                Long before = drawnAt;
                long now = nanos.getAsLong();
                if (before == null || now - before >= PAUSE_NANOS) {
                    if (before == null || widthBefore == columns.getAsInt()) {
                        draw();
                    }
                    // While somebody drags the window's edge, each width would leave a block behind.
                    widthBefore = columns.getAsInt();
                    drawnAt = now;
                }
            }
        }

        @Override
        public void erase() {
            synchronized (LiveArea.this) {
                newest = null;
                if (block == this) {
                    makeRoom();
                }
            }
        }

        @Override
        public void close() {
            synchronized (LiveArea.this) {
                if (block == this) {
                    draw();
                    block = null;
                    drawn.clear();
                }
            }
        }

        private void draw() {
            LiveText text = newest;
            if (block == this && text != null) {
                LiveArea.this.draw(text);
            }
        }
    }
}
