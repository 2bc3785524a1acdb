package dpsh.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets many threads share a commit: whoever comes first leads and commits for all that are waiting by then, in their order;
 * whoever came meanwhile is next. A commit costs a flush of the disk, and thirty changes in one cost hardly more than one.
 */
final class CommitQueue {
    /** More would make the first wait for the last. */
    static final int LARGEST = 256;

    private final Consumer<List<Change<?>>> commit;
    private final Deque<Change<?>> waiting = new ArrayDeque<>();
    private boolean led;

    /** @param commit brings all of them to their end: kept on the disk, or failed */
    CommitQueue(Consumer<List<Change<?>>> commit) {
        this.commit = commit;
    }

    /** Returns when the change is kept; throws what went wrong. */
    <T> T run(Change<T> change) {
        join(change);
        if (change.awaitTurn()) {
            List<Change<?>> together = take();
            try {
                commit.accept(together);
            } catch (RuntimeException | Error e) { // whatever it is, nobody may believe that it is on the disk
                together.forEach(each -> each.failed(e));
            } finally {
                handOver();
                together.forEach(Change::end);
            }
        }
        return change.result();
    }

    private synchronized void join(Change<?> change) {
        waiting.add(change);
        if (!led) {
            led = true;
            change.lead();
        }
    }

    /** The leader's own is the first of them. */
    private synchronized List<Change<?>> take() {
        List<Change<?>> together = new ArrayList<>();
        while (together.size() < LARGEST && !waiting.isEmpty()) {
            together.add(waiting.remove());
        }
        return together;
    }

    private synchronized void handOver() {
        Change<?> next = waiting.peek();
        led = next != null;
        if (next != null) {
            next.lead();
        }
    }
}
