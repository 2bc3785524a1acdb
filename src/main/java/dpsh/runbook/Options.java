package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of a runbook: a map from a name to its text, to true when none was given, or to the list of its texts when it
 * was given several times.
 */
public final class Options extends AbstractMap<String, Object> {
    private final Map<String, Object> given = new LinkedHashMap<>();

    void add(String name, Object value) {
        given.merge(name, value, (before, now) -> {
            List<Object> all = new ArrayList<>(before instanceof List<?> list ? list : List.of(before));
            all.add(now);
            return List.copyOf(all);
        });
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return Collections.unmodifiableMap(given).entrySet();
    }

    /**
     * Says which options the runbook has.
     *
     * @throws DpshException.Usage when another was given
     */
    public void only(String... names) {
        List<String> known = Arrays.asList(names);
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                List<String> near = Nearest.to(name, known);
                throw new DpshException.Usage(
                        "the runbook has no option '--" + name + "'",
                        near.isEmpty() && !known.isEmpty() ? "it has --" + String.join(", --", known) : null,
                        near.isEmpty() ? null : "did you mean --" + String.join(" or --", near) + "?");
            }
        }
    }

    /**
     * The text of an option that must be given.
     *
     * @throws DpshException.Usage when it is not
     */
    public String require(String name) {
        Object value = given.get(name);
        if (value == null || value instanceof Boolean) {
            throw new DpshException.Usage(
                    "the runbook needs --" + name + (value == null ? "" : " with a value"),
                    null,
                    "--" + name + " VALUE");
        }
        return value instanceof List<?> list ? String.valueOf(list.get(list.size() - 1)) : value.toString();
    }

    /** The texts of an option that may be given several times; empty when it was not given. */
    public List<String> all(String name) {
        Object value = given.get(name);
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(value.toString());
    }
}
