package dpsh.sandbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * What will happen in the world, in the order of its due times. Nothing happens by itself: whoever looks at the world first
 * settles it up to the present, so a clock that jumps skips nothing. Guarded by the world's lock.
 */
final class Timeline {
    private record Event(Instant due, long order, Consumer<Instant> effect) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::due).thenComparing(Event::order));
    private long scheduled;

    /** Schedules an effect; it is told its due time, which may lie before the time of settling. */
    void at(Instant due, Consumer<Instant> effect) {
        events.add(new Event(due, scheduled++, effect));
    }

    /** Lets everything happen that is due, also what that schedules in turn. */
    void settle(Instant now) {
        while (!events.isEmpty() && !events.peek().due().isAfter(now)) {
            Event event = events.remove();
            event.effect().accept(event.due());
        }
    }
}
