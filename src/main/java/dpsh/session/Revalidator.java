package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.client.Service;
import dpsh.store.IndexState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index of known resources young while somebody sits at the prompt: once a prompt has been there for a moment and
 * the index is older than ten minutes, everything is listed anew, on one thread of its own. While a command runs nothing
 * more is asked, and where it cannot be asked at all nothing is said.
 */
public final class Revalidator implements AutoCloseable {
    /** For how long there must have been a prompt: it is painted by then, and commands in a row are not disturbed. */
    private static final Duration REST = Duration.ofSeconds(1);

    /** After a failure it is not tried again for so long. */
    private static final Duration RETRY = Duration.ofMinutes(5);

    private final Supplier<@Nullable Target> target;
    private final Clock clock;
    private final Duration rest;
    private @Nullable Thread thread;
    private @Nullable Instant failed;
    private boolean atPrompt;
    private boolean asked;
    private boolean closed;

    /**
     * What is kept young.
     *
     * @param service what to ask; connected when it is first asked for
     */
    public record Target(KnownIndex index, Supplier<Service> service) {}

    /**
     * @param target null while nothing is to be asked; called on the revalidator's own thread
     * @param clock the wall clock
     */
    public Revalidator(Supplier<@Nullable Target> target, Clock clock) {
        this(target, clock, REST);
    }

    /** @param rest how long a prompt must have been there */
    Revalidator(Supplier<@Nullable Target> target, Clock clock, Duration rest) {
        this.target = target;
        this.clock = clock;
        this.rest = rest;
    }

    /** A prompt is about to be painted. Returns at once. */
    public synchronized void atPrompt() {
        atPrompt = true;
        asked = true;
        if (thread == null && !closed) {
            Thread made = new Thread(this::work, "dpsh-index");
            made.setDaemon(true);
            made.setPriority(Thread.MIN_PRIORITY);
            thread = made;
            made.start();
        }
        notifyAll();
    }

    /** A command begins. */
    public synchronized void busy() {
        atPrompt = false;
        notifyAll();
    }

    /** Ends it at once; a request under way is given up. */
    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void work() {
        try {
            while (true) {
                awaitPrompt();
                revalidate();
            }
        } catch (InterruptedException | DpshException.Interrupted e) {
            // dpsh is ending
        }
    }

    private synchronized void awaitPrompt() throws InterruptedException {
        while (!closed) {
            while (!(atPrompt && asked) && !closed) {
                wait();
            }
            asked = false;
            wait(Math.max(1, rest.toMillis()));
            if (atPrompt && !asked) {
                return;
            }
        }
        throw new InterruptedException();
    }

    /** A command has begun meanwhile and refreshed the index itself. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super(null, null, false, false);
        }
    }

    private void revalidate() {
        Instant last = failed;
        if (last != null && last.plus(RETRY).isAfter(clock.instant())) {
            return;
        }
        KnownIndex index = null;
        try {
            Target asked = target.get();
            if (asked == null) {
                return;
            }
            index = asked.index();
            index.warm();
            if (!index.isStale()) {
                return;
            }
            revalidate(index, asked.service().get());
            failed = null;
        } catch (Overtaken fresh) {
            failed = null;
        } catch (DpshException.Interrupted e) {
            throw e;
        } catch (RuntimeException e) {
            // Nobody asked for it, so nobody is told, whatever it is; `refresh --status` says it.
            failed = clock.instant();
            if (index != null) {
                index.trouble(String.valueOf(e.getMessage()));
            }
        }
    }

    private void revalidate(KnownIndex index, Service service) {
        if (service.signIn().silent()) {
            Instant begun = index.now();
            new Refresh(service.bulk(), index, () -> awaitTurn(index, begun)).run();
            index.trouble(null);
            index.warm();
        }
    }

    private void awaitTurn(KnownIndex index, Instant begun) throws InterruptedException {
        synchronized (this) {
            while (!atPrompt && !closed) {
                wait();
            }
            if (closed) {
                throw new InterruptedException();
            }
        }
        IndexState.Refreshed other = index.refreshed();
        if (other != null && other.at().isAfter(begun)) {
            throw new Overtaken();
        }
    }
}
