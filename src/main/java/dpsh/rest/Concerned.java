package dpsh.rest;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The resources that a request names, wherever in it. */
final class Concerned {
    private static final String BEGIN = "/subscriptions/";

    private Concerned() {}

    static Set<ResourceId> by(ArmRequest request) {
        Set<ResourceId> found = new LinkedHashSet<>();
        if (request.behalf() != null) {
            found.add(request.behalf());
        }
        if (request.target() != null) {
            found.add(request.target());
        }
        collect(request.url(), found);
        collect(request.body(), found);
        return found;
    }

    /** What begins like an ID and reads as one, up to the character that no ID has. */
    private static void collect(@Nullable String text, Set<ResourceId> found) {
        int at = text == null ? -1 : indexOf(text, 0);
        while (text != null && at >= 0) {
            int end = at;
            while (end < text.length() && "\"'?&#<>\\".indexOf(text.charAt(end)) < 0 && text.charAt(end) >= ' ') {
                end++;
            }
            try {
                found.add(ResourceId.parse(text.substring(at, end)));
            } catch (DpshException.Usage notAnId) {
                // Words that only begin like one.
            }
            at = indexOf(text, end);
        }
    }

    private static int indexOf(String text, int from) {
        for (int at = text.indexOf('/', from); at >= 0; at = text.indexOf('/', at + 1)) {
            if (text.regionMatches(true, at, BEGIN, 0, BEGIN.length())) {
                return at;
            }
        }
        return -1;
    }
}
