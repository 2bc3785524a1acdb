package dpsh.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a line is carried out: the session's defaults, or those with the line's own options laid over them.
 *
 * @param output the output format's word, lower case; {@code table} unless chosen
 * @param yes answer every question with yes
 * @param showRequest print requests that change or validate instead of sending them
 * @param readOnly refuse whatever changes something
 * @param shape what of the result is shown
 * @param timeout how long to wait for an operation, in service time; null for the default of the kind of wait
 */
public record Settings(
        String output,
        boolean yes,
        boolean showRequest,
        boolean readOnly,
        Shape shape,
        @Nullable Duration timeout) {
    public static final Settings PLAIN = new Settings("table", false, false, false, Shape.WHOLE, null);

    private static final Duration OPERATION_DEADLINE = Duration.ofMinutes(60);
    private static final Duration GRANT_DEADLINE = Duration.ofMinutes(30);

    /** The same in another output format. */
    public Settings in(String format) {
        return new Settings(format, yes, showRequest, readOnly, shape, timeout);
    }

    /** How long to wait for one operation. */
    public Duration operationDeadline() {
        return timeout == null ? OPERATION_DEADLINE : timeout;
    }

    /** How long to wait for granted roles to act. */
    public Duration grantDeadline() {
        return timeout == null ? GRANT_DEADLINE : timeout;
    }
}
