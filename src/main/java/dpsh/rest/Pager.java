package dpsh.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dpsh.arm.DpshException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows a list's {@code nextLink} to the end (law 6): absolute, at the profile's origin only, byte for byte. A link that
 * was followed before would make the list endless and is refused.
 */
public final class Pager {
    private static final JsonFactory JSON = new JsonFactory();

    private final ArmExchange exchange;

    public Pager(ArmExchange exchange) {
        this.exchange = exchange;
    }

    /** The pages of a list; nothing is sent before the first is asked for. */
    public Pages pages(ArmRequest first) {
        return () -> new Walk(first);
    }

    private record Read(List<String> items, @Nullable String next) {}

    private final class Walk implements Iterator<Page> {
        private final Set<String> seen = new HashSet<>();
        private @Nullable ArmRequest next;

        Walk(ArmRequest first) {
            next = first;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Page next() {
            ArmRequest request = next;
            if (request == null) {
                throw new NoSuchElementException();
            }
            String what = Phrase.of(request);
            if (!seen.add(exchange.guard().resolve(what, request.url()))) {
                throw noList(what, "the list never ends: the service names a page that it sent before");
            }
            Read read = read(what, exchange.send(request).body());
            next = read.next() == null ? null : request.at(read.next());
            return new Page(read.items(), next == null);
        }
    }

    private static DpshException.Transport noList(String what, String why) {
        return new DpshException.Transport(what, why, "check --endpoint and the proxy settings", false, null);
    }

    /** Reads {@code value} and {@code nextLink}, whatever the case of their names, at the top level only. */
    private static Read read(String what, String body) {
        List<String> items = null;
        String next = null;
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw noList(what, "the answer is no list");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (name.equalsIgnoreCase("value") && token == JsonToken.START_ARRAY) {
                    items = items(parser, body);
                } else if (name.equalsIgnoreCase("value") && token == JsonToken.VALUE_NULL) {
                    items = List.of();
                } else if (name.equalsIgnoreCase("nextLink") && token == JsonToken.VALUE_STRING) {
                    next = parser.getText().isBlank() ? null : parser.getText();
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw noList(what, "the answer is not JSON, or only a part of it");
        }
        if (items == null) {
            throw noList(what, "the answer is no list: it has no value");
        }
        return new Read(items, next);
    }

    private static List<String> items(JsonParser parser, String body) throws IOException {
        List<String> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int start = (int) parser.currentTokenLocation().getCharOffset();
            parser.skipChildren();
            // makes the parser read a scalar to its end, which it puts off otherwise
            parser.getTextLength();
            items.add(body.substring(start, (int) parser.currentLocation().getCharOffset())
                    .strip());
        }
        return items;
    }
}
