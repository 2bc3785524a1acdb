package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import groovy.lang.IntRange;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a runbook: a map from a name to its text, to true when none was given, or to the list of its texts when it
 * was given several times.
 */
public final class Options extends AbstractMap<String, Object> {
    private static final List<String> CONDITIONS = List.of("subscription", "group", "name", "region");
    private static final int MOST_GB = 1_000_000;

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

    /**
     * The text of an option, or null when it was not given.
     *
     * @throws DpshException.Usage when it stands there without a value
     */
    public @Nullable String text(String name) {
        return given.containsKey(name) ? require(name) : null;
    }

    /** The same, or this when it was not given. */
    public String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    /**
     * Whether an option that takes no value was given.
     *
     * @throws DpshException.Usage when a value follows it: a word of the runbook's would be swallowed by it
     */
    public boolean flag(String name) {
        Object value = given.get(name);
        if (value == null || value instanceof Boolean) {
            return value != null;
        }
        String text = value.toString();
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text.equalsIgnoreCase("true");
        }
        throw new DpshException.Usage(
                "--" + name + " takes no value, and '" + text + "' follows it",
                null,
                "put --" + name + " at the end, or write --" + name + "=true");
    }

    /**
     * A whole number, 0 or more, or null when it was not given.
     *
     * @throws DpshException.Usage when it is none
     */
    public @Nullable Long number(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new DpshException.Usage("--" + name + " takes a whole number", "it is '" + text + "'", null);
        }
        return Long.valueOf(text);
    }

    /**
     * The conditions of {@code backup.disks} that the options {@code --subscription --group --name --region --tag NAME=VALUE
     * --min-size --max-size} say; empty when none was given.
     *
     * @throws DpshException.Usage when one of them makes no sense
     */
    public Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        for (String name : CONDITIONS) {
            text(name);
            if (given.containsKey(name)) {
                conditions.put(name, all(name));
            }
        }
        text("tag");
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : all("tag")) {
            int equals = tag.indexOf('=');
            if (equals < 1) {
                throw new DpshException.Usage("'" + tag + "' is no tag with its value", null, "--tag NAME=VALUE");
            }
            tags.put(tag.substring(0, equals), tag.substring(equals + 1));
        }
        if (!tags.isEmpty()) {
            conditions.put("tags", tags);
        }
        Long least = number("min-size");
        Long most = number("max-size");
        if (least != null || most != null) {
            conditions.put(
                    "size",
                    new IntRange(true, least == null ? 0 : least.intValue(), most == null ? MOST_GB : most.intValue()));
        }
        return conditions;
    }

    /**
     * Ends the runbook because it was called wrongly: exit code 2.
     *
     * @return never; that it may be thrown
     */
    public RuntimeException wrong(Object why) {
        throw new DpshException.Usage(why.toString(), null, "`run --help FILE` shows what the runbook takes");
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
