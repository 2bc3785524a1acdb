package dpsh.sandbox;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A method and a path pattern. {@code {name}} stands for one segment, {@code {name...}} at the start for any number of them;
 * all other segments match without case.
 *
 * @param dataProtection whether the api-version must be one of Microsoft.DataProtection; else any date is one
 */
record Route(String method, List<String> pattern, boolean dataProtection, Handler handler) {
    static Route of(String method, String pattern, boolean dataProtection, Handler handler) {
        return new Route(
                method,
                Arrays.stream(pattern.split("/"))
                        .filter(segment -> !segment.isEmpty())
                        .toList(),
                dataProtection,
                handler);
    }

    /** What the variables stand for in this path, or null when it does not match. */
    @Nullable
    Map<String, String> match(List<String> segments) {
        boolean scoped = !pattern.isEmpty() && pattern.get(0).endsWith("...}");
        if (!scoped && segments.size() != pattern.size()) {
            return null;
        }
        Map<String, String> vars = new HashMap<>();
        int skipped = 0;
        if (scoped) {
            skipped = segments.size() - pattern.size() + 1;
            if (skipped < 0) {
                return null;
            }
            String name = pattern.get(0);
            vars.put(name.substring(1, name.length() - 4), "/" + String.join("/", segments.subList(0, skipped)));
        }
        int from = pattern.size() - (segments.size() - skipped);
        for (int i = from; i < pattern.size(); i++) {
            String part = pattern.get(i);
            String segment = segments.get(skipped + i - from);
            if (part.startsWith("{")) {
                vars.put(part.substring(1, part.length() - 1), segment);
            } else if (!part.equalsIgnoreCase(segment)) {
                return null;
            }
        }
        return vars;
    }
}
