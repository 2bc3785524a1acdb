package dpsh.rest;

import dpsh.arm.DpshException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one way out of the process to ARM. In this order: the origin is checked, a read-only profile refuses changes,
 * {@code --show-request} shows instead of sending, the ledger writes the request down, a token is fetched, it is sent, and
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
            Throttle throttle,
            DoubleSupplier jitter) {}

    private final OriginGuard guard;
    private final HttpStack stack;
    private final Ready ready;
    private final AtomicBoolean warned = new AtomicBoolean();

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
        this.ready = new Ready(options, with, carrier, new Throttle(with.clock()), jitter);
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
     * @throws DpshException.TimedOut when the service throttled for too long, or never answered a read
     * @throws DpshException.NotAllowed when nobody is signed in, the token is refused, or the profile is read-only
     * @throws DpshException.LedgerUnavailable when a change cannot be written down; it was not sent
     * @throws DpshException.Interrupted when the thread was interrupted; its flag is cleared
     */
    public ArmResponse send(ArmRequest request) {
        String url = guard.resolve(Phrase.of(request), request.url());
        if (ready.options().readOnly().getAsBoolean() && request.effect() == Effect.CHANGES) {
            throw new DpshException.NotAllowed(
                    Phrase.of(request), "it would change something and the profile is read-only", null, null);
        }
        if (ready.options().showOnly().getAsBoolean() && request.effect() != Effect.READS) {
            ready.with().shown().accept(request);
            return ArmResponse.shown();
        }
        String clientRequestId = UUID.randomUUID().toString();
        Entry entry = new Entry(ready.with().ledger(), ready.with().warning(), record(request, clientRequestId));
        try {
            return new Delivery(ready, request, url, clientRequestId, entry).run();
        } catch (DpshException e) {
            if (entry.number() != null) {
                e.concerns(entry.number());
            }
            throw e;
        }
    }

    private @Nullable Long record(ArmRequest request, String clientRequestId) {
        if (request.effect() == Effect.READS) {
            return null;
        }
        try {
            return ready.with().ledger().record(request, clientRequestId);
        } catch (DpshException.LedgerUnavailable e) {
            if (request.effect() == Effect.CHANGES) {
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
        stack.close();
    }
}
