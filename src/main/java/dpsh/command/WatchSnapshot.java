package dpsh.command;

import dpsh.view.WatchRow;
import java.util.List;

/**
 * What a watch knows at a moment.
 *
 * @param rows operations, jobs and runs, in no order
 * @param sources where that is from and how old it is, or what cannot be read
 */
record WatchSnapshot(List<WatchRow> rows, String sources) {
    WatchSnapshot {
        rows = List.copyOf(rows);
    }

    long running() {
        return rows.stream().filter(WatchRow::running).count();
    }
}
