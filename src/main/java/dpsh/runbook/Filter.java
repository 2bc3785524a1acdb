package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.arm.Location;
import dpsh.arm.Nearest;
import dpsh.bulk.DatasourceQuery;
import groovy.lang.Range;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list, as a runbook writes them: {@code disks(group: 'RG-1', tags: [env: 'prod'])}. What is not known is
 * refused: a condition that is passed over would act on too much.
 */
final class Filter {
    private static final List<String> DATASOURCE = List.of(
            "subscription", "group", "resourceGroup", "tags", "name", "size", "region", "location", "protected");

    private final Map<String, Object> given = new HashMap<>();

    private Filter(Map<?, ?> conditions, List<String> known) {
        conditions.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (!known.contains(name)) {
                List<String> near = Nearest.to(name, known);
                throw new DpshException.Usage(
                        "there is no condition '" + name + "'",
                        near.isEmpty() ? "there are " + String.join(", ", known) : null,
                        near.isEmpty() ? null : "did you mean " + String.join(" or ", near) + "?");
            }
            if (value == null) {
                throw new DpshException.Usage("the condition '" + name + "' is null", null, "leave it out");
            }
            given.put(name, value);
        });
    }

    /** Conditions with these names. */
    static Filter of(Map<?, ?> conditions, List<String> known) {
        return new Filter(conditions, known);
    }

    /** Which datasources are meant. */
    static DatasourceQuery datasources(Map<?, ?> conditions) {
        Filter filter = new Filter(conditions, DATASOURCE);
        Range<?> size = filter.size();
        return new DatasourceQuery(
                filter.texts("subscription"),
                filter.texts(filter.has("group") ? "group" : "resourceGroup"),
                filter.tags(),
                filter.pattern("name"),
                filter.texts(filter.has("region") ? "region" : "location").stream()
                        .map(Location::new)
                        .toList(),
                size == null ? null : number(size.getFrom()),
                size == null ? null : number(size.getTo()),
                filter.truth("protected"));
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** The value itself, or null. */
    @Nullable
    Object value(String name) {
        return given.get(name);
    }

    /** One text or several; empty when it was not given. */
    List<String> texts(String name) {
        Object value = given.get(name);
        if (value == null) {
            return List.of();
        }
        return value instanceof Collection<?> several
                ? several.stream().map(Filter::text).toList()
                : List.of(text(value));
    }

    /** A Pattern, a text in which {@code *} stands for any characters, or a list of these; null when it was not given. */
    @Nullable
    Pattern pattern(String name) {
        Object value = given.get(name);
        if (value instanceof Collection<?> several) {
            return Pattern.compile(several.stream().map(one -> inline(one(one))).collect(Collectors.joining("|")));
        }
        return value == null ? null : one(value);
    }

    private static Pattern one(Object value) {
        return value instanceof Pattern pattern ? pattern : DatasourceQuery.glob(text(value));
    }

    private static String inline(Pattern pattern) {
        boolean caseless = (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
        return (caseless ? "(?iu:" : "(?:") + pattern.pattern() + ")";
    }

    @Nullable
    Boolean truth(String name) {
        Object value = given.get(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw new DpshException.Usage("'" + name + "' takes true or false", "it is " + value, null);
    }

    private Map<String, String> tags() {
        Object value = given.get("tags");
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new DpshException.Usage("'tags' takes a map", "it is " + value, "tags: [env: 'prod']");
        }
        Map<String, String> tags = new HashMap<>();
        map.forEach((tag, wanted) -> tags.put(String.valueOf(tag), String.valueOf(wanted)));
        return tags;
    }

    private @Nullable Range<?> size() {
        Object value = given.get("size");
        if (value == null || value instanceof Range<?> range && range.getFrom() instanceof Number) {
            return (Range<?>) value;
        }
        if (value instanceof Number number) {
            return new groovy.lang.IntRange(true, number.intValue(), number.intValue());
        }
        throw new DpshException.Usage("'size' takes a number of GiB or a range", "it is " + value, "size: 100..500");
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static String text(Object value) {
        return Named.text(value);
    }
}
