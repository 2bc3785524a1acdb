package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The tenant's directory of principals. One that was just made is not found for a while, because directories replicate.
 * The real directory skips that check when the assignment names a principalType; ours does not, so that the wait can be
 * rehearsed. Guarded by the world's lock.
 */
final class Directory {
    private final Map<String, Instant> visibleFrom = new HashMap<>();
    private final String tenant;
    private final Duration lag;

    Directory(String tenant, Duration lag) {
        this.tenant = tenant;
        this.lag = lag;
    }

    String tenant() {
        return tenant;
    }

    /** A principal that has always been there. */
    void knows(String objectId) {
        visibleFrom.put(objectId.toLowerCase(Locale.ROOT), Instant.MIN);
    }

    /** A principal that is made now. */
    void make(String objectId, Instant now) {
        visibleFrom.put(objectId.toLowerCase(Locale.ROOT), now.plus(lag));
    }

    /** When each is found; nothing for those who have always been there. */
    ObjectNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        visibleFrom.forEach((principal, from) -> saved.put(principal, from.equals(Instant.MIN) ? "" : from.toString()));
        return saved;
    }

    void load(JsonNode saved) {
        saved.properties().forEach(principal -> {
            String from = principal.getValue().asText();
            visibleFrom.put(principal.getKey(), from.isEmpty() ? Instant.MIN : Instant.parse(from));
        });
    }

    boolean finds(String objectId, Instant now) {
        Instant from = visibleFrom.get(objectId.toLowerCase(Locale.ROOT));
        return from != null && !now.isBefore(from);
    }
}
