package dpsh.runbook;

import dpsh.session.Known;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be asked of a value of a shape: its properties and methods, with what they give. Reflection only. */
final class Traits {
    private static final Set<String> OF_EVERYTHING = Set.of(
            "equals",
            "hashCode",
            "toString",
            "getClass",
            "notify",
            "notifyAll",
            "wait",
            "getMetaClass",
            "setMetaClass",
            "invokeMethod",
            "getProperty",
            "setProperty");
    private static final Set<String> SAME_LIST = Set.of(
            "findAll",
            "sort",
            "toSorted",
            "unique",
            "toUnique",
            "take",
            "drop",
            "reverse",
            "toList",
            "grep",
            "each",
            "plus",
            "minus",
            "tail");
    private static final Set<String> ELEMENT =
            Set.of("first", "last", "find", "min", "max", "head", "getAt", "get", "pop");

    /** Of the many that Groovy gives a list, those that a result is asked with. */
    private static final Map<String, String> OF_A_LIST = Map.ofEntries(
            Map.entry("size()", "how many"),
            Map.entry("first()", "the first"),
            Map.entry("last()", "the last"),
            Map.entry("take(", "(int n) the first n"),
            Map.entry("find { ", "the first that fits"),
            Map.entry("findAll { ", "those that fit"),
            Map.entry("count { ", "how many fit"),
            Map.entry("any { ", "whether one fits"),
            Map.entry("every { ", "whether all fit"),
            Map.entry("collect { ", "one value of each"),
            Map.entry("each { ", "do something with each"),
            Map.entry("groupBy { ", "a map of lists"),
            Map.entry("countBy { ", "a map of numbers"),
            Map.entry("sort { ", "in order of a value"),
            Map.entry("sum { ", "added up"),
            Map.entry("unique()", "each once"),
            Map.entry("join(", "(String between) as one text"));

    private Traits() {}

    /** Everything that a name may stand for behind a dot. */
    static List<Known> of(Shape shape) {
        List<Known> found = new ArrayList<>();
        shape.keys().forEach(key -> found.add(new Known(key, "", "keys", false)));
        if (shape.isList()) {
            OF_A_LIST.forEach((name, says) -> found.add(new Known(name, says, "methods", false)));
            if (shape.element() != null) {
                properties(shape.element())
                        .forEach((name, type) -> found.add(new Known(name, type.label(), "of each", false)));
            }
            return found;
        }
        properties(shape).forEach((name, type) -> found.add(new Known(name, type.label(), "properties", false)));
        methods(shape.type())
                .forEach((name, method) -> found.add(new Known(
                        name + (method.getParameterCount() == 0 ? "()" : "("), signature(method), "methods", false)));
        return found;
    }

    /** What a name behind a dot gives; null when that cannot be told. */
    static @Nullable Shape member(Shape shape, Chain.Link link) {
        Shape given = link.call() ? called(shape, link.name()) : property(shape, link.name());
        return link.indexed() && given != null ? given.element() : given;
    }

    private static @Nullable Shape called(Shape shape, String name) {
        if (shape.isList() && SAME_LIST.contains(name)) {
            return shape;
        }
        if (shape.isList() && ELEMENT.contains(name)) {
            return shape.element();
        }
        return Arrays.stream(shape.type().getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .max(Comparator.comparing(Method::getParameterCount))
                .map(method -> Shape.of(method.getGenericReturnType()))
                .orElse(null);
    }

    private static @Nullable Shape property(Shape shape, String name) {
        Shape own = properties(shape).get(name);
        if (own != null || shape.element() == null) {
            return own;
        }
        Shape each = properties(shape.element()).get(name);
        return each == null ? null : new Shape(List.class, each, Set.of());
    }

    private static Map<String, Shape> properties(Shape shape) {
        Map<String, Shape> properties = new LinkedHashMap<>();
        Class<?> type = shape.type();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                properties.put(component.getName(), Shape.of(component.getGenericType()));
            }
        }
        for (Method method : sorted(type)) {
            String name = propertyOf(type, method);
            if (name != null) {
                properties.putIfAbsent(name, Shape.of(method.getGenericReturnType()));
            }
        }
        return properties;
    }

    private static @Nullable String propertyOf(Class<?> type, Method method) {
        String name = method.getName();
        if (!isAsked(method) || method.getParameterCount() > 0 || method.getReturnType() == void.class) {
            return null;
        }
        if (name.matches("get[A-Z].*")) {
            return Character.toLowerCase(name.charAt(3)) + name.substring(4);
        }
        if (name.matches("is[A-Z].*") && method.getReturnType() == boolean.class) {
            return Character.toLowerCase(name.charAt(2)) + name.substring(3);
        }
        return type.isRecord() ? name : null;
    }

    private static Map<String, Method> methods(Class<?> type) {
        Map<String, Method> methods = new LinkedHashMap<>();
        for (Method method : sorted(type)) {
            if (isAsked(method) && propertyOf(type, method) == null) {
                methods.putIfAbsent(method.getName(), method);
            }
        }
        return methods;
    }

    /** The form of a method that takes most comes first. */
    private static List<Method> sorted(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .sorted(Comparator.comparing(Method::getName)
                        .thenComparing(
                                Comparator.comparing(Method::getParameterCount).reversed()))
                .toList();
    }

    private static boolean isAsked(Method method) {
        return !method.isSynthetic()
                && !Modifier.isStatic(method.getModifiers())
                && !OF_EVERYTHING.contains(method.getName())
                && !method.getName().contains("$");
    }

    /** What is given, named values last as a call has them, and what comes of it: "name, filter: … → Vault". */
    private static String signature(Method method) {
        String taken = Arrays.stream(method.getParameters())
                .sorted(Comparator.comparing(Traits::isNamedValues))
                .map(one -> isNamedValues(one) ? one.getName() + ": …" : one.getName())
                .collect(Collectors.joining(", "));
        String given = method.getReturnType() == void.class
                ? ""
                : Shape.of(method.getGenericReturnType()).label();
        return taken.isEmpty() || given.isEmpty() ? taken + given : taken + " → " + given;
    }

    private static boolean isNamedValues(Parameter parameter) {
        return Map.class.isAssignableFrom(parameter.getType());
    }
}
