package dpsh.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a result a line wants, as it was written.
 *
 * @param query JMESPath, or null
 * @param columns names of columns; empty for all of them
 * @param sort names of columns, a minus in front of one for the other direction
 */
public record Shape(@Nullable String query, List<String> columns, List<String> sort) {
    /** Everything, as it comes. */
    public static final Shape WHOLE = new Shape(null, List.of(), List.of());

    public Shape {
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
    }
}
