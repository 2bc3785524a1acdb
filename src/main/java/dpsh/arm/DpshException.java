package dpsh.arm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The one family of expected failures. Each says three things: what failed, why, and what to do next. The sentence and
 * the exit code are made in one place, {@code dpsh.view.Sentences}.
 */
public abstract sealed class DpshException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final @Nullable String why;
    private final @Nullable String next;
    private @Nullable Long operation;
    private @Nullable String place;
    private transient @Nullable Exchanged exchanged;

    private DpshException(String what, @Nullable String why, @Nullable String next, @Nullable Throwable cause) {
        super(why == null ? what : what + ": " + why, cause);
        this.what = what;
        this.why = why;
        this.next = next;
    }

    /** What failed, as a clause without a full stop. */
    public String what() {
        return what;
    }

    /** Why, as a clause without a full stop; null when {@link #what()} says it all. */
    public @Nullable String why() {
        return why;
    }

    /** What to do next, best a command; null when nothing helps. */
    public @Nullable String next() {
        return next;
    }

    /** The number of the operation in the ledger that this is about; null when none was recorded. */
    public @Nullable Long operation() {
        return operation;
    }

    /** Says which operation it is about. */
    public void concerns(long number) {
        operation = number;
    }

    /** The request that it is about, with what came back; null when it is about none that was sent. */
    public @Nullable Exchanged exchanged() {
        return exchanged;
    }

    /** Says which request it is about. */
    public void isAbout(@Nullable Exchanged request) {
        exchanged = request;
    }

    /** Where in a runbook it arose, such as {@code protect.groovy:12}; null outside of any. */
    public @Nullable String place() {
        return place;
    }

    /** Says where in a runbook it arose. */
    public void aroseAt(String where) {
        place = where;
    }

    /** The input is wrong: a malformed ID, an unknown name, a missing option. Nothing was sent that changes anything. */
    public static final class Usage extends DpshException {
        private static final long serialVersionUID = 1L;

        public Usage(String what, @Nullable String why, @Nullable String next) {
            super(what, why, next, null);
        }
    }

    /** The work was done as asked and did not succeed: blocked by a check, or not to be had as things stand. */
    public static final class Refused extends DpshException {
        private static final long serialVersionUID = 1L;

        private final @Nullable String code;

        public Refused(String what, @Nullable String why, @Nullable String next) {
            this(what, why, next, null);
        }

        /** @param code the code that the service would have answered with, or null */
        public Refused(String what, @Nullable String why, @Nullable String next, @Nullable String code) {
            super(what, why, next, null);
            this.code = code;
        }

        public @Nullable String code() {
            return code;
        }
    }

    /** The service answered with an error. */
    public static final class Service extends DpshException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final transient ErrorBody error;
        private final @Nullable String correlationId;

        /**
         * @param status the HTTP status, or 200 when an asynchronous operation reported the error
         * @param correlationId the service's correlation ID, or null when it sent none
         */
        public Service(
                String what, int status, ErrorBody error, @Nullable String correlationId, @Nullable String next) {
            super(what, error.cause() != null ? error.cause() : error.message(), next, null);
            this.status = status;
            this.error = error;
            this.correlationId = correlationId;
        }

        public int status() {
            return status;
        }

        public ErrorBody error() {
            return error;
        }

        public @Nullable String correlationId() {
            return correlationId;
        }
    }

    /** The service could not be reached, or what came back is no answer of an ARM endpoint. */
    public static final class Transport extends DpshException {
        private static final long serialVersionUID = 1L;

        private final boolean mayHaveArrived;

        /** @param mayHaveArrived whether the request may have had its effect at the service all the same */
        public Transport(
                String what,
                @Nullable String why,
                @Nullable String next,
                boolean mayHaveArrived,
                @Nullable Throwable cause) {
            super(what, why, next, cause);
            this.mayHaveArrived = mayHaveArrived;
        }

        public boolean mayHaveArrived() {
            return mayHaveArrived;
        }
    }

    /** A deadline passed, or the service throttled for longer than we wait. */
    public static final class TimedOut extends DpshException {
        private static final long serialVersionUID = 1L;

        private final Duration waited;
        private final @Nullable Duration again;

        public TimedOut(String what, @Nullable String why, @Nullable String next, Duration waited) {
            this(what, why, next, waited, null);
        }

        /** @param again when the service throttled: the service time after which it may be asked again; else null */
        public TimedOut(
                String what, @Nullable String why, @Nullable String next, Duration waited, @Nullable Duration again) {
            super(what, why, next, null);
            this.waited = waited;
            this.again = again;
        }

        public Duration waited() {
            return waited;
        }

        /** Whether the service throttles; the request then had no effect. */
        public boolean throttled() {
            return again != null;
        }

        /** The service time after which a throttled request may be sent again; zero when it was not throttled. */
        public Duration again() {
            return again == null ? Duration.ZERO : again;
        }
    }

    /** Not signed in, not allowed by the service, or forbidden by the profile (read-only). */
    public static final class NotAllowed extends DpshException {
        private static final long serialVersionUID = 1L;

        public NotAllowed(String what, @Nullable String why, @Nullable String next, @Nullable Throwable cause) {
            super(what, why, next, cause);
        }
    }

    /** A runbook gave up, or has a defect; {@link #getCause()} is what it threw. */
    public static final class Runbook extends DpshException {
        private static final long serialVersionUID = 1L;

        public Runbook(String what, @Nullable String why, @Nullable String next, @Nullable Throwable cause) {
            super(what, why, next, cause);
        }
    }

    /** The operator interrupted; what goes on at the service stands in {@link #next()}. */
    public static final class Interrupted extends DpshException {
        private static final long serialVersionUID = 1L;

        public Interrupted(String what, @Nullable String next) {
            super(what, null, next, null);
        }
    }

    /** The local database cannot be written: whatever would change something at the service is refused. */
    public static final class LedgerUnavailable extends DpshException {
        private static final long serialVersionUID = 1L;

        public LedgerUnavailable(String what, @Nullable String why, @Nullable String next, @Nullable Throwable cause) {
            super(what, why, next, cause);
        }
    }
}
