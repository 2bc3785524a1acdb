package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.TreeSet;

/** The blob containers that restores have made, by account. Guarded by the world's lock. */
final class RestoredContainers {
    private final TreeSet<String> made = new TreeSet<>();

    private static String key(ArmId account, String container) {
        return account.key() + "/" + container;
    }

    void make(ArmId account, String container) {
        made.add(key(account, container));
    }

    boolean has(ArmId account, String container) {
        return made.contains(key(account, container));
    }

    ArrayNode save() {
        ArrayNode saved = JsonNodeFactory.instance.arrayNode();
        made.forEach(saved::add);
        return saved;
    }

    void load(JsonNode saved) {
        saved.forEach(entry -> made.add(entry.asText()));
    }
}
