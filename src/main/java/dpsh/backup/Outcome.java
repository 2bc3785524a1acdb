package dpsh.backup;

import dpsh.arm.DpshException;
import dpsh.arm.ErrorBody;
import dpsh.arm.Exchanged;
import org.jspecify.annotations.Nullable;

/**
 * How work at the service stands. A refusal at once (HTTP 400) and an operation that ended as {@code Failed} are the same
 * outcome: {@link Failed}.
 */
public sealed interface Outcome {
    /** Done, and the resource says so too. */
    record Succeeded(String detail) implements Outcome {}

    /**
     * Refused or failed.
     *
     * @param status the HTTP status of the refusal, or 200 when the operation reported it
     * @param correlationId what support asks for when the error names no activity, or null
     * @param exchanged the request with the answer that told of it, or null when that is not known
     */
    record Failed(
            ErrorBody error,
            int status,
            @Nullable String correlationId,
            @Nullable Exchanged exchanged) implements Outcome {
        /** One whose request is not known here. */
        public Failed(ErrorBody error, int status, @Nullable String correlationId) {
            this(error, status, correlationId, null);
        }

        /** The same as an error. @param what failed, as a clause */
        public DpshException.Service asError(String what) {
            DpshException.Service error = new DpshException.Service(what, status, this.error, correlationId, null);
            error.isAbout(exchanged);
            return error;
        }
    }

    /** Somebody canceled it at the service. */
    record Canceled() implements Outcome {}

    /** Accepted, and not done. The detail is the service's last word, such as "ConfiguringProtection". */
    record StillRunning(String detail) implements Outcome {}

    /** Nobody knows whether the request arrived, and reading it back did not tell. */
    record Unknown(String why) implements Outcome {}

    /** Shown by {@code --show-request} and not sent. */
    record NotSent() implements Outcome {}
}
