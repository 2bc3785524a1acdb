package dpsh.view;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Any value taken apart into what JSON knows: records and maps become maps, collections and arrays lists, whatever is neither
 * its text. A resource is the service's own JSON.
 */
final class PlainValue {
    /** A value that holds itself is not followed for ever. */
    private static final int DEEPEST = 24;

    private static final String RAW = "raw";

    private PlainValue() {}

    /** In the terms of {@link JsonText}. */
    static @Nullable Object of(@Nullable Object value) {
        return of(value, 0);
    }

    /** On one line, for the cell of a table. */
    static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        Collection<?> elements = elements(value);
        if (elements != null && elements.stream().allMatch(one -> elements(one) == null && !hasMembers(one))) {
            return elements.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return elements != null || value instanceof Map<?, ?> ? JsonText.ofAny(of(value)) : String.valueOf(value);
    }

    /** The elements of a collection or array; null for anything else. */
    static @Nullable Collection<?> elements(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        if (value == null || !value.getClass().isArray()) {
            return null;
        }
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
            elements.add(Array.get(value, i));
        }
        return elements;
    }

    /** Whether it is shown as a row of its members. */
    static boolean hasMembers(@Nullable Object value) {
        return value instanceof Map<?, ?> || value instanceof Record && !isWord(value.getClass());
    }

    /** The members of a map or record, without the service's own JSON. */
    static Map<String, @Nullable Object> members(Object value) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put(String.valueOf(name), member));
        } else {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                if (!component.getName().equals(RAW)) {
                    members.put(component.getName(), component(component, value));
                }
            }
        }
        return members;
    }

    /** The whole thing as JSON text. */
    static String json(@Nullable Object value) {
        return JsonText.ofAny(of(value));
    }

    private static @Nullable Object of(@Nullable Object value, int depth) {
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            boolean finite =
                    !(number instanceof Double || number instanceof Float) || Double.isFinite(number.doubleValue());
            return finite ? number : number.toString();
        }
        if (depth > DEEPEST) {
            return "...";
        }
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null), depth + 1);
        }
        Collection<?> elements = elements(value);
        if (elements != null) {
            List<@Nullable Object> plain = new ArrayList<>();
            elements.forEach(element -> plain.add(of(element, depth + 1)));
            return plain;
        }
        if (!hasMembers(value)) {
            return value.toString();
        }
        String raw = raw(value);
        if (raw != null) {
            return new JsonText.Raw(raw);
        }
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        members(value).forEach((name, member) -> plain.put(name, of(member, depth + 1)));
        return plain;
    }

    /** A record of a single text is that text with a meaning: a state, a region. */
    private static boolean isWord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1 && components[0].getType() == String.class;
    }

    private static @Nullable String raw(Object value) {
        if (!(value instanceof Record)) {
            return null;
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            if (component.getName().equals(RAW) && component.getType() == String.class) {
                return (String) component(component, value);
            }
        }
        return null;
    }

    private static @Nullable Object component(RecordComponent component, Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
