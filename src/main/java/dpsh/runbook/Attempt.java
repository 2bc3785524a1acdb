package dpsh.runbook;

import dpsh.arm.DpshException;
import groovy.lang.Closure;
import org.jspecify.annotations.Nullable;

/**
 * What came of {@code backup.attempt}. True in a condition when nothing stood in its way.
 *
 * @param value what the closure returned, or null
 * @param trouble why it could not be done, or null
 * @param code the service's code of that, or null
 */
public record Attempt(
        @Nullable Object value,
        @Nullable String trouble,
        @Nullable String code) {
    /** What concerns more than this one thing is thrown on. */
    static Attempt at(Closure<?> work) {
        try {
            return new Attempt(work.call(), null, null);
        } catch (DpshException.Refused | DpshException.Service | DpshException.Transport | DpshException.TimedOut e) {
            return of(e);
        }
    }

    private static Attempt of(DpshException error) {
        String code = error instanceof DpshException.Service service
                ? service.error().code()
                : error instanceof DpshException.Refused refused ? refused.code() : null;
        return new Attempt(null, error.getMessage(), code);
    }

    /** Groovy's truth. */
    public boolean asBoolean() {
        return trouble == null;
    }
}
