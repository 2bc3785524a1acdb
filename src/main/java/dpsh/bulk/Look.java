package dpsh.bulk;

import dpsh.backup.Outcome;
import dpsh.client.Operation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One look at an operation.
 *
 * @param operation null when the request was not sent
 * @param ambiguous whether it is not known yet if the request arrived
 * @param next how much service time must pass before the next look
 */
record Look(@Nullable Operation operation, Outcome outcome, boolean ambiguous, Duration next) {
    /** How long after a lost answer the service is asked what became of the request. */
    private static final Duration READ_BACK = Duration.ofSeconds(10);

    /** A request was sent just now. Asks the ledger only. */
    static Look begun(@Nullable Operation operation) {
        if (operation == null) {
            return new Look(null, new Outcome.NotSent(), false, Duration.ZERO);
        }
        if (!operation.isOpen()) {
            return new Look(operation, operation.look(), false, Duration.ZERO);
        }
        boolean lost = operation.row().unanswered();
        return new Look(
                operation, new Outcome.StillRunning("Accepted"), lost, lost ? READ_BACK : operation.untilNextLook());
    }

    /** Asks the service, with one request or two. */
    static Look again(Operation operation) {
        return of(operation, operation.look());
    }

    /** An operation after it was looked at. */
    static Look of(Operation operation, Outcome outcome) {
        boolean lost =
                outcome instanceof Outcome.StillRunning && operation.row().unanswered();
        return new Look(operation, outcome, lost, lost ? READ_BACK : operation.untilNextLook());
    }

    /** Whether there is more to wait for. */
    boolean running() {
        return outcome instanceof Outcome.StillRunning;
    }
}
