package dpsh.arm;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An Azure region as somebody spelled it: {@code westus}, {@code westUS} and {@code West US} are the same region, as they
 * are to the service.
 */
public record Location(String spelling) {
    /** The name as ARM writes it: lower case, no blanks. */
    public String name() {
        return spelling.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Location location && name().equals(location.name());
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }

    @Override
    public String toString() {
        return spelling;
    }
}
