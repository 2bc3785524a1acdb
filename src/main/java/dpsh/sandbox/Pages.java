package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Lists in pages: {@code value} and, only if there is more, an absolute {@code nextLink} with a {@code $skipToken}. The token
 * remembers the last key, so a list that changes meanwhile neither repeats nor loses the rest.
 */
final class Pages {
    private final int size;

    Pages(int size) {
        this.size = size;
    }

    /** The page of this shelf below the parent that the call asks for. */
    <T extends Stored> Answer of(Call call, Shelf<T> shelf, ArmId parent) {
        List<T> found = shelf.listed(parent, after(call), size + 1);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode value = body.putArray("value");
        found.stream().limit(size).forEach(item -> value.add(item.json(call.version())));
        if (found.size() > size) {
            body.put("nextLink", nextLink(call, found.get(size - 1)));
        }
        return Answer.json(200, body);
    }

    private static String after(Call call) {
        String token = call.query("$skiptoken");
        if (token == null) {
            return "";
        }
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.arm(400, "InvalidSkipToken", "The provided skip token '" + token + "' is invalid.");
        }
    }

    private static String nextLink(Call call, Stored last) {
        byte[] key = last.id().key().getBytes(StandardCharsets.UTF_8);
        return call.origin() + call.line().rawPath() + "?api-version="
                + call.version().text() + "&$skipToken="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}
