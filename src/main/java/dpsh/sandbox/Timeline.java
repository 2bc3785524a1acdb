package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * What will happen in the world, in the order of its due times. Nothing happens by itself: whoever looks at the world first
 * settles it up to the present, so a clock that jumps skips nothing. Guarded by the world's lock.
 */
final class Timeline {
    /** What an event of some kind does. */
    @FunctionalInterface
    interface Effect {
        /** Happens at this service time, which may lie before the time of settling. */
        void happen(Event event, Instant due);
    }

    private record Entry(Instant due, long order, Event event) {}

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::due).thenComparing(Entry::order);

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(ORDER);
    private final Map<String, Effect> effects = new HashMap<>();
    private Consumer<Instant> process = until -> {};
    private long scheduled;
    private Instant now = Instant.EPOCH;

    /** Says what the events of this kind do. A kind has one effect. */
    void on(String kind, Effect effect) {
        if (effects.putIfAbsent(kind, effect) != null) {
            throw new IllegalStateException("Events of the kind " + kind + " have an effect already");
        }
    }

    /**
     * Says what goes on by itself between the events. It is brought up to the time of each event before that happens, and to
     * the present at last.
     */
    void meanwhile(Consumer<Instant> newProcess) {
        process = newProcess;
    }

    /** Schedules an event. */
    void at(Instant due, Event event) {
        entries.add(new Entry(due, scheduled++, event));
    }

    /** Lets everything happen that is due, also what that schedules in turn. */
    void settle(Instant now) {
        while (!entries.isEmpty() && !entries.peek().due().isAfter(now)) {
            process.accept(entries.peek().due());
            Entry entry = entries.remove();
            Effect effect = effects.get(entry.event().kind());
            if (effect == null) {
                throw new IllegalStateException(
                        "Nobody knows events of the kind " + entry.event().kind());
            }
            this.now = entry.due();
            effect.happen(entry.event(), entry.due());
        }
        process.accept(now);
        this.now = now;
    }

    /** The time in the world: of the event that happens, or up to which everything has happened. */
    Instant now() {
        return now;
    }

    /** Everything that is still to happen, in its order. */
    ArrayNode save() {
        ArrayNode saved = JsonNodeFactory.instance.arrayNode();
        List<Entry> ordered = entries.stream().sorted(ORDER).toList();
        for (Entry entry : ordered) {
            saved.addObject()
                    .put("due", entry.due().toString())
                    .put("kind", entry.event().kind())
                    .put("subject", entry.event().subject())
                    .put("number", entry.event().number());
        }
        return saved;
    }

    /** Schedules what was once saved. */
    void load(JsonNode saved) {
        for (JsonNode entry : saved) {
            at(
                    Instant.parse(entry.path("due").asText()),
                    new Event(
                            entry.path("kind").asText(),
                            entry.path("subject").asText(),
                            entry.path("number").asLong()));
        }
    }
}
