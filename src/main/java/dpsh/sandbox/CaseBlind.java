package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON members without regard to case and takes an explicit null for an absent member, as the service does (az sends
 * {@code resourceId}, the contract says {@code resourceID}; the blob article even {@code datasourceinfo}).
 */
final class CaseBlind {
    private CaseBlind() {}

    /** The member, or null when absent or null. */
    static @Nullable JsonNode member(@Nullable JsonNode node, String name) {
        if (node == null || !node.isObject()) {
            return null;
        }
        JsonNode exact = node.get(name);
        if (exact != null) {
            return exact.isNull() ? null : exact;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (entry.getKey().equalsIgnoreCase(name) && !entry.getValue().isNull()) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** The member's text, or null when it is absent, null or not a string. */
    static @Nullable String text(@Nullable JsonNode node, String name) {
        JsonNode member = member(node, name);
        return member != null && member.isTextual() ? member.textValue() : null;
    }

    /** Copies these members in the order in which they were sent, spelled like this, nulls and all. */
    static void copyAsSent(JsonNode from, ObjectNode to, String... names) {
        for (Map.Entry<String, JsonNode> entry : from.properties()) {
            for (String name : names) {
                if (entry.getKey().equalsIgnoreCase(name)) {
                    to.set(name, entry.getValue().deepCopy());
                }
            }
        }
    }

    /** Copies these members, spelled like this and in this order, where they are present. */
    static void copy(@Nullable JsonNode from, ObjectNode to, String... names) {
        for (String name : names) {
            JsonNode member = member(from, name);
            if (member != null) {
                to.set(name, member.deepCopy());
            }
        }
    }
}
