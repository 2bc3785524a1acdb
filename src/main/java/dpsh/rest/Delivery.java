package dpsh.rest;

import dpsh.arm.DpshException;
import dpsh.arm.Exchanged;
import dpsh.rest.Attempt.Fault;
import java.time.Duration;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings one request to an end: as many attempts as are safe, and the waits between them.
 *
 * <p>Safe for any request, because nothing was done: no connection, 401 (once, with a renewed token), 429, and 503 with
 * Retry-After. Safe for reads and validations only: 408, 500, 502, 503, 504, a broken connection (up to
 * {@value Intervals#ATTEMPTS} attempts in all) and silence (once more). A change that met one of these is ambiguous: it is
 * not repeated here, the caller reads back. One of many requests (the bulk lane) is not repeated over 429 and 503 with
 * Retry-After either: its sender is told at once when to come again. The ledger learns of the last answer only: an entry whose 429 is being waited
 * out must not look refused while it may be sent again.
 */
final class Delivery {
    private static final Set<Integer> PASSING = Set.of(408, 500, 502, 503, 504);

    private final ExchangeOptions options;
    private final ExchangeCollaborators with;
    private final Carrier carrier;
    private final Governor governor;
    private final Lane lane;
    private final DoubleSupplier jitter;
    private final ArmRequest request;
    private final String url;
    private final String clientRequestId;
    private final Entry entry;
    private final Verdict verdict;
    private final Bucket bucket;

    private int failures;
    private int silences;
    private int throttled;
    private Duration patienceSpent = Duration.ZERO;
    private boolean renewed;
    private boolean renewNext;
    private boolean mayHaveArrived;
    private @Nullable Flight cleared;
    private Attempt.@Nullable Answered lastThrottle;
    private @Nullable Attempt last;

    /** @param cleared the first attempt's leave to go, or null to wait for it here */
    Delivery(
            ArmExchange.Ready ready,
            ArmRequest request,
            String url,
            String clientRequestId,
            Entry entry,
            @Nullable Flight cleared) {
        this.options = ready.options();
        this.with = ready.with();
        this.carrier = ready.carrier();
        this.governor = ready.governor();
        this.lane = cleared == null ? Lane.PERSON : Lane.BULK;
        this.cleared = cleared;
        this.jitter = ready.jitter();
        this.request = request;
        this.url = url;
        this.clientRequestId = clientRequestId;
        this.entry = entry;
        this.verdict = new Verdict(request, options.endpoint(), with.errors(), entry);
        this.bucket = Bucket.of(request.verb(), url);
    }

    ArmResponse run() {
        try {
            while (true) {
                Flight flight = clearance();
                Attempt attempt = attempt(flight);
                if (attempt instanceof Attempt.Answered answered) {
                    governor.heard(flight, answered.headers());
                    if (!again(flight, answered)) {
                        return verdict.of(answered);
                    }
                } else if (attempt instanceof Attempt.Failed failed && !again(flight, failed)) {
                    throw lost(failed);
                }
            }
        } catch (InterruptedException e) {
            throw verdict.interrupted(mayHaveArrived);
        }
    }

    /** The last attempt as it may be told; null when there was none. */
    @Nullable
    Exchanged exchanged() {
        return last == null
                ? null
                : new Exchanged(
                        request.verb().name(),
                        request.url(),
                        clientRequestId,
                        last instanceof Attempt.Answered answered ? answered.kept() : null);
    }

    private Attempt attempt(Flight flight) {
        Token token;
        try {
            token = with.tokens().token(renewNext);
            renewNext = false;
            checkMadeUp(token);
        } catch (RuntimeException e) {
            governor.stayed(flight);
            entry.unanswered(mayHaveArrived, "there was no token to send it with");
            throw e;
        }
        long started = System.nanoTime();
        Attempt attempt = carrier.send(request.verb(), url, request.body(), clientRequestId, token);
        last = attempt;
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        if (with.trace() != null) {
            with.trace().attempt(request.verb(), url, clientRequestId, attempt, took);
        }
        return attempt;
    }

    /** A real token never goes over http, whoever made it (law 1). */
    private void checkMadeUp(Token token) {
        if (!options.endpoint().secure() && !token.unsigned()) {
            throw new DpshException.NotAllowed(
                    Phrase.of(request), "a real token is never sent over http", "use https, or the sandbox", null);
        }
    }

    /** Waits until the bucket has a token; gives up when that takes longer than there is patience left. */
    private Flight clearance() throws InterruptedException {
        Flight first = cleared;
        if (first != null) {
            cleared = null;
            return first;
        }
        while (true) {
            Clearance clearance = governor.clear(bucket, request.operation(), Lane.PERSON, false);
            if (clearance.flight() != null) {
                return clearance.flight();
            }
            Duration left = clearance.delay();
            boolean bulkHeld = lane == Lane.BULK && clearance.held();
            if (bulkHeld || patienceSpent.plus(left).compareTo(options.throttlePatience()) > 0) {
                throw verdict.throttledOut(lastThrottle, patienceSpent, left);
            }
            with.clock().sleep(left);
            patienceSpent = patienceSpent.plus(left);
        }
    }

    private boolean again(Flight flight, Attempt.Answered answer) throws InterruptedException {
        int status = answer.status();
        Duration hint = RetryAfter.parse(
                answer.headers().get("retry-after"), with.clock().now());
        boolean throttles = status == 429 || status == 503 && hint != null;
        if (!throttles) {
            governor.flows(flight);
        }
        if (status == 401 && !renewed) {
            renewed = true;
            renewNext = true;
            return true;
        }
        if (throttles) {
            throttled++;
            lastThrottle = answer;
            Duration wait = governor.throttled(flight, throttled, hint, jitter.getAsDouble());
            if (lane == Lane.BULK) {
                throw verdict.putOff(answer, wait);
            }
            return true;
        }
        if (PASSING.contains(status) && request.effect() != Effect.CHANGES && failures + 1 < Intervals.ATTEMPTS) {
            return pause(hint);
        }
        return false;
    }

    private boolean again(Flight flight, Attempt.Failed failed) throws InterruptedException {
        Fault fault = failed.fault();
        if (fault.mayHaveArrived()) {
            governor.lost(flight);
        } else {
            governor.stayed(flight);
        }
        mayHaveArrived |= fault.mayHaveArrived();
        if (failures + 1 >= Intervals.ATTEMPTS) {
            return false;
        }
        boolean repeatable = request.effect() != Effect.CHANGES;
        return switch (fault) {
            case NOT_CONNECTED -> pause(null);
            case BROKEN -> repeatable && pause(null);
            case SILENT -> repeatable && silences++ == 0 && pause(null);
            case NOT_ACCEPTED, NOT_SENDABLE, ENDLESS, INTERRUPTED, INTERRUPTED_BEFORE -> false;
        };
    }

    /** Waits before the next attempt; false when the service asks for more than there is patience for. */
    private boolean pause(@Nullable Duration hint) throws InterruptedException {
        failures++;
        Duration wait = Intervals.afterFailure(failures, hint, jitter.getAsDouble());
        if (wait.compareTo(options.throttlePatience()) > 0) {
            return false;
        }
        with.clock().sleep(wait);
        return true;
    }

    private DpshException lost(Attempt.Failed failed) {
        if (failed.fault().interrupted()) {
            return verdict.interrupted(mayHaveArrived);
        }
        return verdict.lost(failed, mayHaveArrived, options.requestTimeout());
    }
}
