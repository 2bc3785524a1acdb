package dpsh.runbook;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What Tab knows of a value: read off types, and off values only where looking runs nobody's code.
 *
 * @param element what a list holds, or null
 * @param keys the texts that a map is asked by; empty for anything else
 */
record Shape(Class<?> type, @Nullable Shape element, Set<String> keys) {
    Shape {
        keys = Set.copyOf(keys);
    }

    static Shape of(Class<?> type) {
        return type.isArray()
                ? new Shape(type, of(type.getComponentType()), Set.of())
                : new Shape(type, null, Set.of());
    }

    /** A declared type. */
    static Shape of(Type declared) {
        if (declared instanceof Class<?> type) {
            return of(type);
        }
        if (declared instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            Type[] arguments = generic.getActualTypeArguments();
            boolean holds = Iterable.class.isAssignableFrom(raw) && arguments.length == 1;
            return new Shape(raw, holds ? of(arguments[0]) : null, Set.of());
        }
        if (declared instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0]);
        }
        return declared instanceof GenericArrayType array
                ? new Shape(Object[].class, of(array.getGenericComponentType()), Set.of())
                : of(Object.class);
    }

    /** A value's class; of the JDK's own collections also what their first element is, and of its maps the keys. */
    static Shape of(Object value) {
        Class<?> type = value.getClass();
        boolean plain = type.getName().startsWith("java.util.");
        if (plain && value instanceof Collection<?> collection && !collection.isEmpty()) {
            Object first = collection.iterator().next();
            return new Shape(type, first == null ? null : of(first), Set.of());
        }
        if (plain && value instanceof Map<?, ?> map) {
            Set<String> keys = new TreeSet<>();
            map.keySet().stream().filter(String.class::isInstance).forEach(key -> keys.add((String) key));
            return new Shape(type, null, keys);
        }
        return of(type);
    }

    boolean isList() {
        return Iterable.class.isAssignableFrom(type) && !Map.class.isAssignableFrom(type) || type.isArray();
    }

    /** "List of BackupInstance". */
    String label() {
        if (!isList()) {
            return type.getSimpleName();
        }
        return element == null ? "List" : "List of " + element.label();
    }
}
