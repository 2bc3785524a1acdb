package dpsh.shell;

import dpsh.view.Cell;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What ended in the background: shown above the prompt, and while a command runs kept until its end. For any thread. */
final class Endings {
    private final BooleanSupplier busy;
    private final Consumer<Cell> place;
    private final Queue<Cell> kept = new ArrayDeque<>();

    /**
     * @param busy whether a command runs
     * @param place shows a line above the prompt
     */
    Endings(BooleanSupplier busy, Consumer<Cell> place) {
        this.busy = busy;
        this.place = place;
    }

    void add(Cell line) {
        synchronized (kept) {
            kept.add(line);
        }
        if (!busy.getAsBoolean()) {
            show();
        }
    }

    /** Shows what was kept. */
    void show() {
        while (true) {
            Cell line;
            synchronized (kept) {
                line = kept.poll();
            }
            if (line == null) {
                return;
            }
            place.accept(line);
        }
    }
}
