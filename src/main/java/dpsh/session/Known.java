package dpsh.session;

import java.util.Objects;

/**
 * A value that Tab can offer.
 *
 * @param value what is put into the line: a name, or a whole resource ID
 * @param description a few words beside it in the list; empty when there is nothing to say
 * @param group the heading it is listed under
 * @param complete whether a blank may follow; false for the beginning of something longer
 */
public record Known(String value, String description, String group, boolean complete) {
    public Known {
        Objects.requireNonNull(value);
        Objects.requireNonNull(description);
        Objects.requireNonNull(group);
    }
}
