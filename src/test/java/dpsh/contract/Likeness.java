package dpsh.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares two answers to one request: status, the headers that matter, the body's shape, and the words that clients test. */
final class Likeness {
    private static final List<String> HEADERS = List.of("azure-asyncoperation", "location", "content-type");
    private static final Set<String> WORDS = Set.of(
            "objectType",
            "status",
            "code",
            "currentProtectionState",
            "provisioningState",
            "operation",
            "operationCategory",
            "type",
            "dataStoreType",
            "datasourceType",
            "recoveryPointType",
            "state",
            "resultTruncated");

    private Likeness() {}

    /** The differences, one line each; empty when the answers are alike. */
    static List<String> differences(Exchange recorded, Exchange actual) {
        List<String> found = new ArrayList<>();
        if (recorded.status() != actual.status()) {
            found.add("status: " + actual.status() + " in place of " + recorded.status() + " "
                    + actual.response().path("error").path("code").asText());
            return found;
        }
        for (String header : HEADERS) {
            boolean before = recorded.headers().containsKey(header);
            boolean now = actual.headers().containsKey(header);
            boolean removed =
                    header.equals("content-type") && recorded.response().isMissingNode();
            if (before != now && !removed) {
                found.add("header: " + header + (before ? " is missing" : " was not recorded"));
            }
        }
        compare("", recorded.response(), actual.response(), found);
        return List.copyOf(new TreeSet<>(found));
    }

    private static void compare(String place, JsonNode before, JsonNode now, List<String> found) {
        if (before.isArray() && now.isArray()) {
            items(place, before, now, found);
        } else if (before.isObject() && now.isObject()) {
            members(place, before, now, found);
        } else if (!kind(before).equals(kind(now))) {
            found.add("body: " + place + " is " + kind(now) + ", was " + kind(before));
        } else if (WORDS.contains(place.substring(place.lastIndexOf('.') + 1))
                && before.isTextual()
                && !before.asText().equals(now.asText())) {
            found.add("body: " + place + " is '" + now.asText() + "', was '" + before.asText() + "'");
        }
    }

    private static void members(String place, JsonNode before, JsonNode now, List<String> found) {
        before.properties().forEach(member -> {
            String at = place.isEmpty() ? member.getKey() : place + "." + member.getKey();
            if (now.has(member.getKey())) {
                compare(at, member.getValue(), now.path(member.getKey()), found);
            } else if (!looksLikeId(member.getKey())) {
                found.add("body: " + at + " is missing");
            }
        });
        now.fieldNames().forEachRemaining(name -> {
            if (!before.has(name) && !looksLikeId(name)) {
                found.add("body: " + (place.isEmpty() ? name : place + "." + name) + " was not recorded");
            }
        });
    }

    /** Maps whose keys are IDs (user-assigned identities) differ by nature. */
    private static boolean looksLikeId(String name) {
        return name.startsWith("/");
    }

    /** Rows of the same name are compared; where none has, the first rows; where one side is empty, nothing but that. */
    private static void items(String place, JsonNode before, JsonNode now, List<String> found) {
        if (before.isEmpty() != now.isEmpty()) {
            found.add("body: " + place + "[] has " + now.size() + " items, had " + before.size());
            return;
        }
        boolean matched = false;
        for (int i = 0; i < before.size(); i++) {
            JsonNode row = rowLike(before, i, now);
            if (row != null) {
                compare(place + "[]", before.get(i), row, found);
                matched = true;
            }
        }
        if (!matched && !before.isEmpty()) {
            compare(place + "[]", before.get(0), now.get(0), found);
        }
    }

    /** The row of the same name, at the same place if there are several. */
    private static @Nullable JsonNode rowLike(JsonNode before, int index, JsonNode now) {
        String name = before.get(index).path("name").asText();
        if (name.isEmpty()) {
            return null;
        }
        if (now.path(index).path("name").asText().equals(name)) {
            return now.get(index);
        }
        for (JsonNode row : now) {
            if (row.path("name").asText().equals(name)) {
                return row;
            }
        }
        return null;
    }

    private static String kind(JsonNode node) {
        if (node.isMissingNode()) {
            return "none";
        }
        return node.isNumber()
                ? node.isIntegralNumber() ? "integer" : "fraction"
                : node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }
}
