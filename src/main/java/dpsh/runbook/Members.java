package dpsh.runbook;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a type offers to a runbook, by its declarations alone: nothing is called. */
final class Members {
    private static final Set<String> OF_ALL = Set.of(
            "getClass",
            "hashCode",
            "toString",
            "equals",
            "notify",
            "notifyAll",
            "wait",
            "getMetaClass",
            "setMetaClass",
            "invokeMethod",
            "getProperty",
            "setProperty",
            "methodMissing",
            "propertyMissing");

    private Members() {}

    /** What can be read of it like a property, in alphabetical order. */
    static List<String> properties(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Method method : told(type)) {
            if (method.getParameterCount() > 0 || method.getReturnType() == void.class) {
                continue;
            }
            String name = method.getName();
            if (name.matches("get[A-Z].*")) {
                names.add(lowered(name.substring(3)));
            } else if (name.matches("is[A-Z].*")) {
                names.add(lowered(name.substring(2)));
            } else if (type.isRecord() || RecordProperties.isReading(method)) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    /** The names of its methods, in alphabetical order. */
    static List<String> methods(Class<?> type) {
        return told(type).stream().map(Method::getName).distinct().sorted().toList();
    }

    /** The methods of this name, as {@code policies(Object)}. */
    static List<String> signatures(Class<?> type, String name) {
        return told(type).stream()
                .filter(method -> method.getName().equals(name))
                .map(Members::signature)
                .distinct()
                .sorted()
                .toList();
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static List<Method> told(Class<?> type) {
        List<Method> told = new ArrayList<>();
        for (Method method : type.getMethods()) {
            boolean ours = !method.isSynthetic()
                    && !Modifier.isStatic(method.getModifiers())
                    && !OF_ALL.contains(method.getName())
                    && !method.getName().contains("$");
            if (ours) {
                told.add(method);
            }
        }
        return told;
    }

    private static String lowered(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
