package dpsh.shell;

import dpsh.session.Known;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Offers resource IDs segment by segment: of each known ID only as much as reaches the next {@code /}. Where only one way
 * leads on, it is followed to the next fork. Compared without case, spelled as known.
 */
final class IdSegments {
    private IdSegments() {}

    /** @param typed what was typed so far; names (values that do not begin with {@code /}) pass unless it begins with one */
    static List<Known> offer(List<Known> known, String typed) {
        List<Known> offers = new ArrayList<>();
        List<Known> ids = new ArrayList<>();
        String prefix = typed.toLowerCase(Locale.ROOT);
        for (Known one : known) {
            if (!one.value().toLowerCase(Locale.ROOT).startsWith(prefix)) {
                continue;
            }
            (one.value().startsWith("/") ? ids : offers).add(one);
        }
        if (typed.isEmpty() && !offers.isEmpty()) {
            return List.copyOf(offers);
        }
        offers.addAll(fork(ids, typed.length()));
        return List.copyOf(offers);
    }

    private static List<Known> fork(List<Known> ids, int from) {
        int length = from;
        while (true) {
            Map<String, Known> next = step(ids, length);
            Known only = next.size() == 1 ? next.values().iterator().next() : null;
            if (only == null || only.complete() || only.value().length() <= length) {
                return List.copyOf(next.values());
            }
            length = only.value().length();
        }
    }

    private static Map<String, Known> step(List<Known> ids, int from) {
        Map<String, Known> next = new LinkedHashMap<>();
        for (Known id : ids) {
            int slash = id.value().indexOf('/', Math.max(1, from));
            boolean whole = slash < 0;
            Known offer = whole ? id : new Known(id.value().substring(0, slash + 1), "", id.group(), false);
            next.putIfAbsent(offer.value().toLowerCase(Locale.ROOT), offer);
        }
        return next;
    }
}
