package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.arm.ErrorBody;
import dpsh.backup.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How work at the service ended. True in a condition when it succeeded: {@code if (!verdict) fail verdict.message}.
 *
 * @param state "succeeded", "failed", "canceled", "running", "unknown" or "not sent"
 * @param detail the service's last word, such as "ProtectionConfigured", or null
 * @param error what the service said went wrong, or null
 */
public record Verdict(
        String state, @Nullable String detail, @Nullable ErrorBody error, Outcome outcome) {
    static Verdict of(Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded done) {
            return new Verdict("succeeded", done.detail(), null, outcome);
        }
        if (outcome instanceof Outcome.Failed failed) {
            return new Verdict("failed", null, failed.error(), outcome);
        }
        if (outcome instanceof Outcome.StillRunning running) {
            return new Verdict("running", running.detail(), null, outcome);
        }
        if (outcome instanceof Outcome.Unknown unknown) {
            return new Verdict("unknown", unknown.why(), null, outcome);
        }
        return new Verdict(outcome instanceof Outcome.Canceled ? "canceled" : "not sent", null, null, outcome);
    }

    public boolean isSucceeded() {
        return outcome instanceof Outcome.Succeeded;
    }

    public boolean isFailed() {
        return outcome instanceof Outcome.Failed;
    }

    /** Whether it ended, well or badly. */
    public boolean isEnded() {
        return !(outcome instanceof Outcome.StillRunning);
    }

    /** The service's error code, or null. */
    public @Nullable String code() {
        return error == null ? null : error.code();
    }

    /** Why it is as it is, in the service's words. */
    public String message() {
        if (error != null) {
            return error.cause() == null ? error.message() : error.cause();
        }
        return detail == null ? state : detail;
    }

    /** Groovy's truth. */
    public boolean asBoolean() {
        return isSucceeded();
    }

    /**
     * This, if it succeeded or was only shown.
     *
     * @throws DpshException with the service's explanation if it did not
     */
    public Verdict orFail() {
        if (outcome instanceof Outcome.Failed failed) {
            throw failed.asError("the operation failed");
        }
        if (!isSucceeded() && !(outcome instanceof Outcome.NotSent)) {
            throw new DpshException.Refused("the operation did not succeed", message(), null);
        }
        return this;
    }

    @Override
    public String toString() {
        String code = code();
        return state + (code == null ? "" : ": " + code) + (message().equals(state) ? "" : ": " + message());
    }
}
