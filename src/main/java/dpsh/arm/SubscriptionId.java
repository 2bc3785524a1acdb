package dpsh.arm;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A subscription's identifier: usually a GUID, but any non-empty segment counts. Compared without case. */
public record SubscriptionId(String value) {
    /** @throws DpshException.Usage when it is empty or holds a slash or a blank */
    public SubscriptionId {
        if (value.isBlank() || value.indexOf('/') >= 0 || value.chars().anyMatch(Character::isWhitespace)) {
            throw new DpshException.Usage(
                    "'" + value + "' is no subscription ID",
                    "it must be one segment without blanks",
                    "`use` lists them");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SubscriptionId id && value.equalsIgnoreCase(id.value);
    }

    @Override
    public int hashCode() {
        return value.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
