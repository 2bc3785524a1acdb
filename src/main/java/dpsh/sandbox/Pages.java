package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Lists in pages: {@code value} and, only if there is more, an absolute {@code nextLink} with a {@code $skipToken}. The token
 * remembers the last key, so a list that changes meanwhile neither repeats nor loses the rest.
 */
final class Pages {
    /** Begins what a token says, so that one that we did not make is known. */
    private static final String MARK = "after ";

    private static final String TOKEN = "$skiptoken";

    private final int size;

    Pages(int size) {
        this.size = size;
    }

    /** The page of this shelf below the parent that the call asks for. */
    <T extends Stored> Answer of(Call call, Shelf<T> shelf, ArmId parent) {
        return of(call, shelf, parent, size, any -> true, item -> item.json(call.version()));
    }

    /**
     * The page of those on a shelf that are wanted.
     *
     * @param limit rows of a page, at most the size of a page
     * @param row how one is shown
     */
    <T extends Stored> Answer of(
            Call call, Shelf<T> shelf, ArmId parent, int limit, Predicate<T> wanted, Function<T, ObjectNode> row) {
        int rows = Math.min(limit, size);
        List<T> found = new ArrayList<>();
        for (Iterator<T> rest = shelf.from(parent, after(call)); rest.hasNext() && found.size() <= rows; ) {
            T item = rest.next();
            if (wanted.test(item)) {
                found.add(item);
            }
        }
        return page(call, found, rows, row);
    }

    /**
     * The page that these make.
     *
     * @param found in the order of their keys, after the {@link #after} of the call; one more than a page when there is more
     */
    <T extends Stored> Answer page(Call call, List<T> found, int rows, Function<T, ObjectNode> row) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode value = body.putArray("value");
        found.stream().limit(rows).forEach(item -> value.add(row.apply(item)));
        if (found.size() > rows) {
            body.put("nextLink", nextLink(call, found.get(rows - 1).id().key()));
        }
        return Answer.json(200, body);
    }

    /** Rows of a page. */
    int size() {
        return size;
    }

    /**
     * The page that these make, which are on no shelf.
     *
     * @param found in their order, after the {@link #after} of the call; one more than a page when there is more
     * @param key says where one stands in that order
     */
    <T> Answer rows(Call call, List<T> found, Function<T, ObjectNode> row, Function<T, String> key) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode value = body.putArray("value");
        found.stream().limit(size).forEach(item -> value.add(row.apply(item)));
        if (found.size() > size) {
            body.put("nextLink", nextLink(call, key.apply(found.get(size - 1))));
        }
        return Answer.json(200, body);
    }

    /** Rows of a page of this call: {@code $top} if it is less than the size of a page. */
    int rows(Call call) {
        String top = call.query("$top");
        if (top == null) {
            return size;
        }
        if (!top.matches("[1-9]\\d{0,8}")) {
            throw Refusal.arm(
                    400,
                    "InvalidTopQueryParameter",
                    "The value '" + top + "' of the '$top' query parameter is invalid. It must be a positive integer.");
        }
        return Math.min(size, Integer.parseInt(top));
    }

    /** The key that the page comes after; empty for the first page. */
    static String after(Call call) {
        String token = call.query(TOKEN);
        if (token == null) {
            return "";
        }
        String key = decoded(token);
        if (!key.startsWith(MARK)) {
            throw Refusal.arm(400, "InvalidSkipToken", "The provided skip token '" + token + "' is invalid.");
        }
        return key.substring(MARK.length());
    }

    /** What the token says; nothing when it is no base64. */
    private static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }

    /** The same request but for its token: filters stay. */
    private static String nextLink(Call call, String last) {
        byte[] key = (MARK + last).getBytes(StandardCharsets.UTF_8);
        String query = String.join(
                "&",
                Arrays.stream(call.line().rawQuery().split("&"))
                        .filter(pair -> !isToken(pair))
                        .toList());
        return call.origin() + call.line().rawPath() + "?" + query + "&$skipToken="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    private static boolean isToken(String pair) {
        String name = pair.toLowerCase(Locale.ROOT).replace("%24", "$");
        return name.isEmpty() || name.startsWith(TOKEN + "=");
    }
}
