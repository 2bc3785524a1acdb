package dpsh.rest;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one way out of the process to ARM. In this order: the origin is checked, a read-only profile refuses changes,
 * {@code --show-request} shows instead of sending, the safeguard looks at changes, the ledger writes the request down, a token is fetched, it is sent, and
 * the answer is in the ledger before anybody else has it.
 *
 * <p>Thread safe. The HTTP stack is loaded by the first request that is really sent; whoever made the exchange closes it.
 */
public final class ArmExchange implements AutoCloseable {
    /** What every delivery of one exchange shares. */
    record Ready(
            ExchangeOptions options,
            ExchangeCollaborators with,
            Carrier carrier,
            Governor governor,
            DoubleSupplier jitter) {}

    private final OriginGuard guard;
    private final HttpStack stack;
    private final Ready ready;
    private final AtomicBoolean warned;
    private final Lane lane;

    /** @throws DpshException.NotAllowed when the endpoint is plain http and the tokens are real */
    public ArmExchange(ExchangeOptions options, ExchangeCollaborators with) {
        this(options, with, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** @param jitter from 0 up to but not including 1, asked before each wait */
    ArmExchange(ExchangeOptions options, ExchangeCollaborators with, DoubleSupplier jitter) {
        Origin endpoint = options.endpoint();
        if (!endpoint.secure() && (!endpoint.loopback() || !with.tokens().madeUp())) {
            throw new DpshException.NotAllowed(
                    "the endpoint " + endpoint + " gets no real token",
                    "it is plain http",
                    "use https, or a sandbox on this machine",
                    null);
        }
        this.guard = new OriginGuard(endpoint);
        this.stack = new HttpStack(options.requestTimeout(), endpoint.loopback(), options.trust());
        Carrier carrier = new Carrier(stack, guard, options);
        this.ready = new Ready(options, with, carrier, new Governor(with.clock()), jitter);
        this.warned = new AtomicBoolean();
        this.lane = Lane.PERSON;
    }

    private ArmExchange(ArmExchange original, Lane lane) {
        this.guard = original.guard;
        this.stack = original.stack;
        this.ready = original.ready;
        this.warned = original.warned;
        this.lane = lane;
    }

    /**
     * The same exchange for one of many requests: it uses a token that was taken ahead from the {@link #governor()}, and what
     * the service throttles is thrown at once as a {@link DpshException.TimedOut} that says when to come again. Closing it
     * does nothing.
     */
    public ArmExchange inBulk() {
        return new ArmExchange(this, Lane.BULK);
    }

    /** How many requests were sent so far, each one that was sent again included. */
    public long sent() {
        return ready.carrier().sent();
    }

    /** Paces what this exchange sends. */
    public Governor governor() {
        return ready.governor();
    }

    /** Says which URLs may be followed. */
    public OriginGuard guard() {
        return guard;
    }

    /**
     * Sends a request and waits for its answer, repeating it where that is safe.
     *
     * @return the answer of 2xx, or {@link ArmResponse#shown()} when it was shown instead
     * @throws DpshException.Service when the service answered 4xx or 5xx; for a change, 408 and 5xx are ambiguous
     * @throws DpshException.Transport when no answer of an ARM endpoint came, or the URL leaves the origin; it says whether
     *     the request may have arrived
     * @throws DpshException.TimedOut when the service throttled for too long (in bulk: at all), or never answered a read
     * @throws DpshException.NotAllowed when nobody is signed in, the token is refused, or the profile is read-only
     * @throws DpshException.LedgerUnavailable when a change cannot be written down; it was not sent
     * @throws DpshException.Interrupted when the thread was interrupted; its flag is cleared
     */
    public ArmResponse send(ArmRequest request) {
        String url = guard.resolve(Phrase.of(request), request.url());
        Bucket bucket = Bucket.of(request.verb(), url);
        if (ready.options().readOnly().getAsBoolean() && request.effect() == Effect.CHANGES) {
            unused(bucket);
            throw new DpshException.NotAllowed(
                    Phrase.of(request), "it would change something and the profile is read-only", null, null);
        }
        if (ready.options().showOnly().getAsBoolean() && request.effect() != Effect.READS) {
            unused(bucket);
            ready.with().shown().accept(request);
            return ArmResponse.shown();
        }
        guarded(request, bucket);
        Flight cleared = lane == Lane.BULK ? clearance(request, bucket) : null;
        String clientRequestId = UUID.randomUUID().toString();
        Entry entry =
                new Entry(ready.with().ledger(), ready.with().warning(), record(request, clientRequestId, cleared));
        Delivery delivery = new Delivery(ready, request, url, clientRequestId, entry, cleared);
        try {
            return delivery.run();
        } catch (DpshException e) {
            e.isAbout(delivery.exchanged());
            if (entry.number() != null) {
                e.concerns(entry.number());
            }
            throw e;
        }
    }

    /** Whoever refuses it here, nothing of it has left and nothing is written down. */
    private void guarded(ArmRequest request, Bucket bucket) {
        if (request.effect() != Effect.CHANGES) {
            return;
        }
        try {
            ready.options().safeguard().check(Phrase.of(request), Concerned.by(request));
        } catch (DpshException e) {
            unused(bucket);
            throw e;
        }
    }

    /**
     * Says what is to be changed by requests that will follow, so that the safeguard asks or refuses before the first of them.
     *
     * @param what as a clause
     * @throws DpshException whatever the safeguard refuses with
     */
    public void announce(String what, Set<ResourceId> concerned) {
        if (!ready.options().showOnly().getAsBoolean()) {
            ready.options().safeguard().check(what, concerned);
        }
    }

    /** A token that was taken ahead for a request that is not sent. */
    private void unused(Bucket bucket) {
        if (lane == Lane.BULK) {
            ready.governor().giveBack(bucket);
        }
    }

    /** Before one of many is written down: a wait that the service asks for is its sender's, its turn is waited for here. */
    private Flight clearance(ArmRequest request, Bucket bucket) {
        Duration spent = Duration.ZERO;
        while (true) {
            Clearance clearance = ready.governor().clear(bucket, request.operation(), Lane.BULK, true);
            if (clearance.flight() != null) {
                return clearance.flight();
            }
            Duration wait = clearance.delay();
            if (clearance.held() || spent.plus(wait).compareTo(ready.options().throttlePatience()) > 0) {
                unused(bucket);
                throw Verdict.putOff(Phrase.of(request), "throttled", wait);
            }
            try {
                ready.with().clock().sleep(wait);
            } catch (InterruptedException e) {
                throw new DpshException.Interrupted(Phrase.of(request) + " was interrupted", "nothing was sent");
            }
            spent = spent.plus(wait);
        }
    }

    private @Nullable Long record(ArmRequest request, String clientRequestId, @Nullable Flight cleared) {
        if (request.effect() == Effect.READS) {
            return null;
        }
        try {
            return ready.with().ledger().record(request, clientRequestId);
        } catch (DpshException.LedgerUnavailable e) {
            if (request.effect() == Effect.CHANGES) {
                if (cleared != null) {
                    ready.governor().stayed(cleared);
                }
                throw e;
            }
            if (warned.compareAndSet(false, true)) {
                ready.with().warning().accept("validations are not written down: " + e.getMessage());
            }
            return null;
        }
    }

    /** Threads of the HTTP stack that still live. */
    int threads() {
        return stack.threads();
    }

    @Override
    public void close() {
        if (lane == Lane.PERSON) {
            stack.close();
        }
    }
}
