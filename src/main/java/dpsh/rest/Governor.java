package dpsh.rest;

import dpsh.arm.ServiceClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Paces all requests of one process to one endpoint: a token bucket per subscription (or the tenant) and kind of request,
 * seeded with ARM's documented sizes, corrected by what each answer says is left, and held for as long as a Retry-After asks
 * ("Understand how Azure Resource Manager throttles requests", Microsoft Learn, 2025; law 7). Where a provider counts an
 * operation by itself, that operation has a bucket of its own besides. Never waits; thread safe.
 */
public final class Governor {
    /** Buckets kept; those that nobody uses are dropped first, and are full again by then. */
    private static final int KEPT = 1000;

    /** What of the documented size bulk work leaves to persons. */
    private static final double RESERVE = 0.1;

    private record Key(Bucket bucket, String operation) {}

    /**
     * How a bucket is believed to stand.
     *
     * @param left tokens, at least zero
     * @param capacity tokens when it is full: as documented, or more when the service showed more
     * @param perSecond tokens that come back in a second of service time
     * @param heldFor service time for which the service wants nothing
     */
    public record Level(double left, double capacity, double perSecond, Duration heldFor) {}

    private final ServiceClock clock;
    private final LinkedHashMap<Key, Meter> meters = new LinkedHashMap<>(16, 0.75f, true);

    public Governor(ServiceClock clock) {
        this.clock = clock;
    }

    /**
     * Takes a token ahead, for a request that the exchange is given next.
     *
     * @return zero when it is taken; else nothing was, and this is the service time until it is worth asking again
     */
    public synchronized Duration take(Bucket bucket, Lane lane) {
        Meter meter = meter(bucket);
        Duration wait = meter.until(reserve(bucket, lane), clock.now());
        if (wait.isZero()) {
            meter.takeAhead();
        }
        return wait;
    }

    /** Returns a token that was taken ahead and is not needed. */
    public synchronized void giveBack(Bucket bucket) {
        Meter meter = meter(bucket);
        if (meter.useAhead()) {
            meter.untake();
        }
    }

    /** How the bucket stands. */
    public synchronized Level level(Bucket bucket) {
        Meter meter = meter(bucket);
        Instant now = clock.now();
        return new Level(Math.max(0, meter.level(now)), meter.capacity(), meter.perSecond(), meter.heldFor(now));
    }

    /**
     * Lets an attempt leave, or says when to ask again. It uses a token taken ahead when it may and there is one, and else
     * takes one as a person does.
     */
    synchronized Clearance clear(Bucket bucket, String operation, Lane lane, boolean paidAhead) {
        Meter all = meter(bucket);
        Meter own = meter(bucket, operation);
        // After the meters are made: a moment before would look like a bucket that is held.
        Instant now = clock.now();
        Duration held = all.heldFor(now);
        Duration ownWait = own.until(Math.min(reserve(bucket, lane), own.capacity() * reserveOf(lane)), now);
        if (!held.isZero() || !ownWait.isZero()) {
            return new Clearance(null, held.compareTo(ownWait) > 0 ? held : ownWait, true);
        }
        if (!(paidAhead && all.useAhead())) {
            Duration wait = all.until(0, now);
            if (!wait.isZero()) {
                return new Clearance(null, wait, false);
            }
            all.take();
        }
        own.take();
        return new Clearance(new Flight(bucket, operation, now, all.heard(), own.heard()), Duration.ZERO, false);
    }

    /** It did not leave after all, and its tokens are free. */
    synchronized void stayed(Flight flight) {
        meter(flight.bucket()).untake();
        meter(flight.bucket(), flight.operation()).untake();
    }

    /** No answer came; the service may have counted it. */
    synchronized void lost(Flight flight) {
        meter(flight.bucket()).landed();
        meter(flight.bucket(), flight.operation()).landed();
    }

    /** An answer came, a refusal or not: what it says is left. */
    synchronized void heard(Flight flight, Map<String, String> headers) {
        RemainingHeaders remaining =
                RemainingHeaders.of(headers, flight.bucket().subscription());
        Instant now = clock.now();
        remaining.left().forEach((bucket, left) -> told(flight, bucket, left, now));
        remaining.leftOfAll().forEach((bucket, left) -> meter(bucket).toldAtMost(left, now));
        Long ofOperation = remaining.leftOfOperation();
        if (ofOperation != null) {
            Meter own = meter(flight.bucket(), flight.operation());
            if (own.capacity() == Double.MAX_VALUE) {
                own.bound(ofOperation + 1.0);
            }
            own.told(ofOperation, flight.heardOfOperation(), flight.departed(), now);
        }
        lost(flight);
    }

    private void told(Flight flight, Bucket bucket, long left, Instant now) {
        Meter meter = meter(bucket);
        boolean counted = bucket.equals(flight.bucket());
        meter.told(left, counted ? flight.heardBefore() : meter.heard(), flight.departed(), now);
    }

    /** The service took requests again. */
    synchronized void flows(Flight flight) {
        meter(flight.bucket()).flows(flight.departed());
    }

    /**
     * The service throttled it: the whole bucket is held.
     *
     * @param times how often this request has been throttled, from 1
     * @param hint the service's Retry-After, or null
     * @param jitter from 0 up to but not including 1
     * @return for how long
     */
    synchronized Duration throttled(Flight flight, int times, @Nullable Duration hint, double jitter) {
        Meter meter = meter(flight.bucket());
        Duration wait = Intervals.afterThrottle(Math.max(times, meter.round(flight.departed())), hint, jitter);
        meter.hold(wait, clock.now());
        return wait;
    }

    private static double reserve(Bucket bucket, Lane lane) {
        return bucket.kind().capacity() * reserveOf(lane);
    }

    private static double reserveOf(Lane lane) {
        return lane == Lane.BULK ? RESERVE : 0;
    }

    private Meter meter(Bucket bucket) {
        return meter(bucket, "");
    }

    /** @param operation empty for all of the bucket together */
    private Meter meter(Bucket bucket, String operation) {
        Key key = new Key(bucket, operation);
        Meter known = meters.get(key);
        if (known != null) {
            return known;
        }
        Bucket.Kind kind = bucket.kind();
        double capacity = operation.isEmpty() ? kind.capacity() : Double.MAX_VALUE;
        Meter made = new Meter(capacity, kind.perSecond(), clock.now());
        meters.put(key, made);
        dropIdle(made);
        return made;
    }

    /** How many buckets are remembered. */
    synchronized int buckets() {
        return meters.size();
    }

    private void dropIdle(Meter kept) {
        Iterator<Meter> oldest = meters.values().iterator();
        while (meters.size() > KEPT && oldest.hasNext()) {
            Meter meter = oldest.next();
            if (meter != kept && meter.open() == 0 && meter.heldFor(clock.now()).isZero()) {
                oldest.remove();
            }
        }
    }
}
