package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.ServiceClock;
import dpsh.client.Operation;
import java.time.Duration;
import java.time.Instant;

/** One operation that nobody waits for: when it is asked about next. Times are the service's. */
final class Followed {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** What has run for an hour is asked about once a minute, and what has run for a day four times an hour. */
    private static final int OF_ITS_AGE = 60;

    private final Operation operation;
    private final ServiceClock clock;
    private final Instant begun;
    private Instant notBefore;
    private int failures;

    Followed(Operation operation, ServiceClock clock) {
        this.operation = operation;
        this.clock = clock;
        this.begun = clock.now();
        this.notBefore = begun;
    }

    Operation operation() {
        return operation;
    }

    /** How long until it may be asked about: the service's own time, and longer for one that does not end or answer. */
    Duration untilNextLook() {
        Duration ours = Duration.between(clock.now(), notBefore);
        Duration theirs = operation.untilNextLook();
        return ours.compareTo(theirs) > 0 ? ours : theirs;
    }

    /**
     * Asks about it when its time has come. That the service did not answer is no news: it is asked again, ever later.
     *
     * @throws DpshException.NotAllowed when nobody is signed in any more
     * @throws DpshException.LedgerUnavailable when what it says cannot be written down
     * @throws DpshException.Interrupted when the shell ends
     */
    void look() {
        if (!untilNextLook().isZero()) {
            return;
        }
        try {
            operation.lookAside();
            failures = 0;
        } catch (DpshException.Transport | DpshException.TimedOut | DpshException.Service e) {
            failures++;
        }
        notBefore = clock.now().plus(pause(Duration.between(begun, clock.now()), failures));
    }

    /** @param age since it was first seen */
    static Duration pause(Duration age, int failures) {
        Duration pause = age.dividedBy(OF_ITS_AGE);
        if (failures > 0) {
            pause = pause.plus(Duration.ofSeconds(15L << Math.min(failures, 6)));
        }
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
