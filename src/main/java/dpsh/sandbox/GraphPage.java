package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a result. The token remembers how many came before and the ID of the last one, so that rows that come or go
 * meanwhile neither repeat nor hide the rest.
 *
 * @param end how many rows of the result are before and in this page
 */
record GraphPage(List<ObjectNode> rows, int end, boolean hasMore) {
    private static final char BETWEEN = ' ';

    static GraphPage of(List<ObjectNode> all, int top, int skip, @Nullable String token) {
        int from = Math.min(token == null ? skip : after(all, token), all.size());
        int end = Math.min(all.size(), from + top);
        return new GraphPage(List.copyOf(all.subList(from, end)), end, end < all.size());
    }

    private static int after(List<ObjectNode> all, String token) {
        try {
            String text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            int space = text.indexOf(BETWEEN);
            int count = Integer.parseInt(text.substring(0, space));
            String last = text.substring(space + 1);
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).path("id").asText().equals(last)) {
                    return i + 1;
                }
            }
            return count;
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw Refusal.arm(400, "InvalidSkipToken", "The provided skip token '" + token + "' is invalid.");
        }
    }

    String token() {
        String last = rows.get(rows.size() - 1).path("id").asText();
        return Base64.getEncoder().encodeToString((end + "" + BETWEEN + last).getBytes(StandardCharsets.UTF_8));
    }
}
