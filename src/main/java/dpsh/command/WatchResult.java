package dpsh.command;

import dpsh.view.Cell;
import dpsh.view.Changes;
import dpsh.view.Ink;
import dpsh.view.LiveText;
import dpsh.view.Times;
import dpsh.view.Tone;
import dpsh.view.ToneInk;
import dpsh.view.WatchTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of a line that is carried out again and again: on a whole screen, or as a block. What changed has a star. */
final class WatchResult implements FullView {
    /** More lines would leave the screen at its upper edge, where nothing can be redrawn. */
    private static final int MOST = 14;

    private final String title;
    private final Runnable wake;
    private @Nullable Changes changes;
    private @Nullable WatchLook newest;
    private boolean held;
    private boolean over;
    private boolean left;
    private boolean broken;
    private final Scroll scroll = new Scroll();

    /** @param wake has the next look taken at once */
    WatchResult(String title, Runnable wake) {
        this.title = title;
        this.wake = wake;
    }

    /** For any thread. */
    synchronized void show(WatchLook look) {
        if (!held) {
            Changes before = changes;
            List<Cell> lines = ToneInk.lines(look.data());
            changes = before == null ? Changes.none(lines) : before.next(lines);
            newest = look;
        }
    }

    /** No more looks will come; the screen is given back. For any thread. */
    synchronized void over() {
        over = true;
    }

    /** Whether the operator left by Ctrl-C. */
    synchronized boolean isBroken() {
        return broken;
    }

    /** The newest result's lines, without marks. */
    synchronized List<Cell> result() {
        return changes == null ? List.of() : changes.lines();
    }

    @Override
    public synchronized boolean isDone() {
        return over || left;
    }

    @Override
    public synchronized List<Cell> lines(int width, int height, Ink ink) {
        List<Cell> lines = new ArrayList<>();
        if (height > 1) {
            lines.add(head());
        }
        List<Cell> body = changes == null ? List.of(Cell.of("reading", Tone.DIM)) : changes.marked();
        lines.addAll(scroll.part(body, height - 2));
        while (lines.size() < height - 1) {
            lines.add(Cell.of(" "));
        }
        lines.add(Cell.of("q leave  space look now  p hold  up/down scroll", Tone.DIM));
        WatchTable table = new WatchTable(ink, width);
        return lines.subList(0, Math.min(height, lines.size())).stream()
                .map(table::cut)
                .toList();
    }

    private Cell head() {
        WatchLook look = newest;
        String at = look == null ? "" : "  " + Times.absolute(look.at()) + ", look " + look.number();
        Cell head = Cell.of(title, Tone.HEADING).and(at, Tone.DIM);
        return held ? head.and("  held still", Tone.WARNING) : head;
    }

    @Override
    public synchronized void press(Key key) {
        if (scroll.press(key)) {
            return;
        }
        switch (key) {
            case BREAK -> {
                left = true;
                broken = true;
            }
            case ESCAPE -> left = true;
            case ENTER -> wake.run();
            default -> {
                // No other key means anything here.
            }
        }
    }

    @Override
    public synchronized void type(String text) {
        switch (text) {
            case "q" -> left = true;
            case " " -> wake.run();
            case "p" -> held = !held;
            default -> scroll.type(text);
        }
    }

    /** The same as a block below everything else. */
    synchronized LiveText block() {
        Cell head = head();
        List<Cell> body = changes == null ? List.of() : changes.marked();
        return new LiveText() {
            @Override
            public List<Cell> lines(int width, Ink ink) {
                WatchTable table = new WatchTable(ink, width);
                List<Cell> lines = new ArrayList<>(List.of(head));
                lines.addAll(body.subList(0, Math.min(MOST, body.size())));
                if (body.size() > MOST) {
                    lines.add(Cell.of("  and " + (body.size() - MOST) + " lines more", Tone.DIM));
                }
                return lines.stream().map(table::cut).toList();
            }

            @Override
            public Cell line() {
                return head;
            }
        };
    }
}
