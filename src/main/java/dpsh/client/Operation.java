package dpsh.client;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.ServiceClock;
import dpsh.backup.BackupInstance;
import dpsh.backup.OperationKind;
import dpsh.backup.Outcome;
import dpsh.store.OperationRow;
import dpsh.store.OperationState;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The handle on long-running work at the service: numbered, kept in the ledger, and good in a later session too. It never
 * asks earlier than the service's Retry-After.
 */
public final class Operation {
    /** What the service is asked at when it named no time (design: "an instance is polled at 15 s if there was none"). */
    static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(15);

    private final long number;
    private final OperationBook book;
    private final OperationPoller poller;
    private final ServiceClock clock;
    private final Attendance attendance;
    private final Duration interval;
    private final Instant born;
    private Instant nextLook;
    private @Nullable Instant heededPoll;

    /**
     * @param alreadyWaited how much of the first interval has passed, in service time
     * @param age how long ago the request was recorded, in service time
     */
    Operation(
            long number,
            OperationBook book,
            OperationPoller poller,
            ServiceClock clock,
            Attendance attendance,
            Duration alreadyWaited,
            Duration age) {
        this.attendance = attendance;
        this.born = clock.now().minus(age);
        this.number = number;
        this.book = book;
        this.poller = poller;
        this.clock = clock;
        this.heededPoll = book.row(number).polledAt();
        Duration hint = book.row(number).retryAfter();
        this.interval = hint == null ? DEFAULT_INTERVAL : hint;
        Duration left = interval.minus(alreadyWaited);
        this.nextLook = clock.now().plus(left.isNegative() || endedAtOnce(book.row(number)) ? Duration.ZERO : left);
    }

    /** A 200 that names nothing to follow is the end of the operation (an undelete; a resume of what runs). */
    private static boolean endedAtOnce(OperationRow row) {
        return row.state() == OperationState.ACCEPTED
                && Integer.valueOf(200).equals(row.httpStatus())
                && row.asyncUrl() == null
                && row.locationUrl() == null;
    }

    /** Its number in the ledger; negative when it could not be written down. */
    public long number() {
        return number;
    }

    /** What is on record about it. */
    public OperationRow row() {
        return book.row(number);
    }

    /** What it is about. */
    public ResourceId target() {
        ResourceId target = row().target();
        if (target == null) {
            throw new IllegalStateException("operation " + number + " is about nothing");
        }
        return target;
    }

    /** Whether it still runs, by the record and without asking the service. */
    public boolean isOpen() {
        return row().state().open();
    }

    /** How it stands, by the record and without asking the service. */
    public Outcome recorded() {
        OperationRow row = row();
        return row.state().open() ? new Outcome.StillRunning(row.detailOr("Accepted")) : poller.concluded(row);
    }

    /** What it does, as people call it: "create instance". */
    public String kind() {
        OperationRow row = row();
        OperationKind kind = OperationKind.of(row.operation());
        return kind == null ? row.operation() : kind.label();
    }

    /**
     * Waits until it has ended.
     *
     * @param deadline in service time, from now
     * @param progress told of each look that found it still running
     * @throws DpshException.TimedOut when the deadline passes; the operation goes on at the service
     * @throws DpshException.Interrupted when the operator detaches; the operation goes on at the service
     */
    public Outcome await(Duration deadline, Consumer<Outcome.StillRunning> progress) {
        boolean beingAsked = attendance.begin(number);
        try {
            return attended(deadline, beingAsked, progress);
        } finally {
            attendance.end(number);
        }
    }

    private Outcome attended(Duration deadline, boolean beingAsked, Consumer<Outcome.StillRunning> progress) {
        Instant end = clock.now().plus(deadline);
        boolean atOnce = row().unanswered() && !beingAsked;
        if (beingAsked) {
            nextLook = clock.now().plus(interval);
        }
        while (true) {
            heed();
            if (isOpen() && !atOnce) {
                waitUntil(nextLook.isBefore(end) ? nextLook : end);
            }
            atOnce = false;
            Outcome outcome = lookOrDetach();
            heededPoll = row().polledAt();
            if (!(outcome instanceof Outcome.StillRunning running)) {
                return outcome;
            }
            progress.accept(running);
            if (!clock.now().isBefore(end)) {
                throw new DpshException.TimedOut(
                        label() + " is still running (" + running.detail() + ")",
                        "it did not end within " + deadline.toSeconds() + " s",
                        "it goes on at the service; " + wayBack(),
                        deadline);
            }
        }
    }

    /** How much service time is left until it may be asked about again; zero when it may be now. */
    public Duration untilNextLook() {
        Duration left = Duration.between(clock.now(), nextLook);
        return left.isNegative() || !isOpen() ? Duration.ZERO : left;
    }

    /** Asks once, not before its time has come: an early call answers from the record. */
    public Outcome look() {
        return look(poller);
    }

    /**
     * Asks once, not before its time has come, and only while nobody in this process waits for its end. What somebody else
     * asked meanwhile, another shell for one, counts as this one's question.
     *
     * @return null when nothing was asked
     */
    public @Nullable Outcome lookAside() {
        heed();
        if (!isOpen() || !untilNextLook().isZero() || !attendance.beginAside(number)) {
            return null;
        }
        try {
            Outcome outcome = asked(poller);
            heededPoll = row().polledAt();
            return outcome;
        } finally {
            attendance.endAside(number);
        }
    }

    /** Whether a command of this process saw its end, and told it. */
    public boolean wasTold() {
        return attendance.wasTold(number);
    }

    /** Whoever asked since this handle did, the service wants to be left alone as long again. */
    private void heed() {
        Instant polled = row().polledAt();
        if (polled != null && !polled.equals(heededPoll)) {
            heededPoll = polled;
            Duration since = serviceTimeSince(polled, clock);
            Instant allowed = clock.now().plus(interval).minus(since);
            nextLook = allowed.isAfter(nextLook) ? allowed : nextLook;
        }
    }

    /**
     * The same, with the instance as a list showed it a moment ago in place of reading it once more.
     *
     * @param seen what the operation is about
     */
    public Outcome look(BackupInstance seen) {
        return look(poller.seeing(seen));
    }

    private Outcome look(OperationPoller poller) {
        OperationRow row = row();
        boolean early = row.state().open() && !row.unanswered() && clock.now().isBefore(nextLook);
        if (early) {
            return new Outcome.StillRunning(row.detailOr("Accepted"));
        }
        Outcome outcome = asked(poller);
        if (!(outcome instanceof Outcome.StillRunning)) {
            attendance.told(number);
        }
        return outcome;
    }

    private Outcome asked(OperationPoller poller) {
        nextLook = clock.now().plus(interval);
        try {
            return poller.look(number, Duration.between(born, clock.now()));
        } catch (DpshException e) {
            e.concerns(number);
            throw e;
        }
    }

    private void waitUntil(Instant when) {
        Duration left = Duration.between(clock.now(), when);
        if (left.isNegative() || left.isZero()) {
            return;
        }
        try {
            clock.sleep(left);
        } catch (InterruptedException e) {
            throw detached();
        }
    }

    private Outcome lookOrDetach() {
        try {
            return look();
        } catch (DpshException.Interrupted duringTheRequest) {
            throw detached();
        }
    }

    private DpshException.Interrupted detached() {
        return new DpshException.Interrupted("detached from " + label(), "it goes on at the service; " + wayBack());
    }

    /** An operation that could not be written down has no number to come back by. */
    private String wayBack() {
        return number < 0
                ? "the same command again comes back to it"
                : "`operation watch " + number + "` comes back to it";
    }

    /** "operation 3 (create instance msdiskbackup-...)". */
    private String label() {
        OperationRow row = row();
        return (number < 0 ? "an operation that is not written down (" : "operation " + number + " (") + kind()
                + (row.target() == null ? "" : " " + row.target().name()) + ")";
    }

    /** The ledger tells wall-clock times; the service's clock may run faster. Never negative, at most a year. */
    static Duration serviceTimeSince(Instant wallTime, ServiceClock clock) {
        double wallSeconds =
                Math.max(0, Duration.between(wallTime, Instant.now()).toMillis() / 1000.0);
        double wallPerService =
                Math.max(1e-6, clock.toWallTime(Duration.ofHours(1)).toNanos() / 3.6e12);
        return Duration.ofSeconds((long) Math.min(3.2e7, wallSeconds / wallPerService));
    }
}
