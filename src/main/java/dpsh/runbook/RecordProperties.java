package dpsh.runbook;

import dpsh.arm.ResourceId;
import groovy.lang.MissingPropertyException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;

/**
 * A Groovy extension (named in {@code META-INF/groovy}): what a record of the domain tells without being given anything reads
 * like its components, {@code instance.name} as {@code instance.state}, although {@code name()} is a method.
 */
public final class RecordProperties {
    private RecordProperties() {}

    /**
     * Called by Groovy for a property that the record has no component of.
     *
     * @throws MissingPropertyException when it has no such method either
     */
    public static @Nullable Object propertyMissing(Record self, String name) {
        return told(self, name);
    }

    /** The same for a resource ID: {@code instance.policy.name}. */
    public static @Nullable Object propertyMissing(ResourceId self, String name) {
        return told(self, name);
    }

    private static @Nullable Object told(Object self, String name) {
        for (Method method : self.getClass().getMethods()) {
            if (method.getName().equals(name) && isReading(method)) {
                return InvokerHelper.invokeMethod(self, name, new Object[0]);
            }
        }
        throw new MissingPropertyException(name, self.getClass());
    }

    /** Whether it takes nothing, gives something and is the domain's own: what every object has is not meant. */
    static boolean isReading(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !Modifier.isStatic(method.getModifiers())
                && method.getDeclaringClass().getName().startsWith("dpsh.");
    }
}
