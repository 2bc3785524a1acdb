package dpsh.command;

import dpsh.view.Cell;
import dpsh.view.Ink;
import dpsh.view.LiveText;
import dpsh.view.Tone;
import dpsh.view.WatchRow;
import dpsh.view.WatchSort;
import dpsh.view.WatchTable;
import java.util.ArrayList;
import java.util.List;

/** The in-line view: the table of what runs, below everything else. */
record WatchBlock(List<WatchRow> rows, String sources) implements LiveText {
    /** More lines would leave the screen at its upper edge, where nothing can be redrawn. */
    private static final int MOST = 12;

    WatchBlock {
        rows = rows.stream().sorted(WatchSort.STATE.order(false)).toList();
    }

    @Override
    public List<Cell> lines(int width, Ink ink) {
        WatchTable table = new WatchTable(ink, width);
        List<Cell> lines = new ArrayList<>(table.lines(rows.subList(0, Math.min(MOST, rows.size())), -1, null));
        if (rows.size() > MOST) {
            lines.add(table.cut(Cell.of("  and " + (rows.size() - MOST) + " more", Tone.DIM)));
        }
        lines.add(table.cut(Cell.of("  " + sources + "; Ctrl-C leaves", Tone.DIM)));
        return lines;
    }

    @Override
    public Cell line() {
        long running = rows.stream().filter(WatchRow::running).count();
        return Cell.of(running + " of " + rows.size() + " running");
    }
}
