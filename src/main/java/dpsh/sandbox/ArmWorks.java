package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asynchronous work of ARM and of the providers other than ours. Guarded by the world's lock. */
final class ArmWorks {
    /**
     * A piece of work.
     *
     * @param subject what it works on; the resource is looked up when the result is asked for
     * @param due when it ends
     * @param failure ARM's code when it ended badly, or null
     */
    record Work(
            String name,
            ArmId subject,
            Instant started,
            Instant due,
            @Nullable String failure) {
        boolean isRunning(Instant now) {
            return now.isBefore(due);
        }
    }

    private final Map<String, Work> byName = new HashMap<>();
    private Ids ids = new Ids(null, "works");

    /** Names are the same for the same seed; with null, ever new ones. */
    void seed(@Nullable Long seed) {
        ids = new Ids(seed, "works");
    }

    /** Starts work that ends after this service time. */
    Work start(ArmId subject, Instant now, Duration takes) {
        Work work = new Work(ids.guid(), subject, now, now.plus(takes), null);
        byName.put(work.name(), work);
        return work;
    }

    /** The work has ended badly. */
    void fail(String name, String code) {
        byName.computeIfPresent(name, (same, work) -> new Work(name, work.subject(), work.started(), work.due(), code));
    }

    /** The work of this name, or null. */
    @Nullable
    Work get(String name) {
        return byName.get(name);
    }

    /** All of it, as data. */
    ArrayNode save() {
        ArrayNode saved = JsonNodeFactory.instance.arrayNode();
        byName.values().forEach(work -> saved.addObject()
                .put("name", work.name())
                .put("subject", work.subject().text())
                .put("started", work.started().toString())
                .put("due", work.due().toString())
                .put("failure", work.failure()));
        return saved;
    }

    /** Takes in what was once saved. */
    void load(JsonNode saved) {
        for (JsonNode work : saved) {
            String name = work.path("name").asText();
            byName.put(
                    name,
                    new Work(
                            name,
                            ArmId.of(work.path("subject").asText()),
                            Instant.parse(work.path("started").asText()),
                            Instant.parse(work.path("due").asText()),
                            work.path("failure").textValue()));
        }
    }
}
