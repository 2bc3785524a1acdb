package dpsh.runbook;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.DatasourceKind;
import dpsh.backup.ProtectionState;
import java.util.Collection;
import org.codehaus.groovy.runtime.ScriptBytecodeAdapter;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ==}, {@code !=}, {@code in} and {@code !in} mean in the Groovy of dpsh ({@link AlikeComparisons} puts the calls
 * there): as in Groovy, except that a value of the domain (a protection state, a region, an ID, a kind) equals the text that
 * it is written as, on either side and without regard to case. Plain Groovy would find {@code state == 'ProtectionConfigured'}
 * false, without a word, because a record is no text.
 */
public final class Alike {
    private Alike() {}

    /** {@code left == right}. */
    public static boolean equal(@Nullable Object left, @Nullable Object right) {
        return written(left, right) || DefaultTypeTransformation.compareEqual(left, right);
    }

    /** {@code left != right}. */
    public static boolean unequal(@Nullable Object left, @Nullable Object right) {
        return !equal(left, right);
    }

    /** {@code value in container}. */
    public static boolean within(@Nullable Object value, @Nullable Object container) throws Throwable {
        if (container instanceof Collection<?> elements && (value instanceof CharSequence || isWord(value))) {
            for (Object element : elements) {
                if (written(value, element)) {
                    return true;
                }
            }
        }
        return ScriptBytecodeAdapter.isCase(value, container);
    }

    /** {@code value !in container}. */
    public static boolean outside(@Nullable Object value, @Nullable Object container) throws Throwable {
        return !within(value, container);
    }

    private static boolean written(@Nullable Object left, @Nullable Object right) {
        if (left instanceof CharSequence text) {
            return isWord(right) && isWritten(right, text.toString());
        }
        return right instanceof CharSequence text && isWord(left) && isWritten(left, text.toString());
    }

    private static boolean isWord(@Nullable Object value) {
        return value instanceof ProtectionState
                || value instanceof Location
                || value instanceof ResourceId
                || value instanceof SubscriptionId
                || value instanceof Enum<?> word
                        && word.getDeclaringClass().getName().startsWith("dpsh.");
    }

    private static boolean isWritten(@Nullable Object value, String text) {
        if (value instanceof Location region) {
            return region.equals(new Location(text));
        }
        if (value instanceof DatasourceKind kind
                && (kind.word().equalsIgnoreCase(text) || kind.label().equals(text))) {
            return true;
        }
        if (value instanceof SubscriptionId subscription) {
            return subscription.value().equalsIgnoreCase(text);
        }
        return value instanceof Enum<?> word
                ? word.name().equalsIgnoreCase(text)
                : String.valueOf(value).equalsIgnoreCase(text);
    }
}
