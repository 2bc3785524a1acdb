package dpsh.process;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Sends SIGKILL to a dpsh at one moment of its traffic, once. */
final class Kill implements Relay.Watcher, AutoCloseable {
    private final Relay.Moment moment;
    private final Pattern line;
    private final int nth;
    private final long afterMicros;
    private final CompletableFuture<DpshProcess> victim = new CompletableFuture<>();
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicBoolean done = new AtomicBoolean();
    private volatile Pattern before = Pattern.compile("");
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    /**
     * One kill.
     *
     * @param nth at which of the requests that match, from 1
     * @param afterMicros how long after the moment
     */
    Kill(Relay.Moment moment, String linePattern, int nth, long afterMicros) {
        this.moment = moment;
        this.line = Pattern.compile(linePattern);
        this.nth = nth;
        this.afterMicros = afterMicros;
    }

    /** A random one of these moments, and up to so many microseconds later. */
    static Kill at(Random random, String linePattern, int nth, int latestMicros, Relay.Moment... moments) {
        return new Kill(moments[random.nextInt(moments.length)], linePattern, nth, random.nextInt(latestMicros + 1));
    }

    /** One that does not come. */
    static Kill never() {
        return new Kill(Relay.Moment.BEGUN, "$.", 1, 0);
    }

    /** Counts only what comes after a request that matches this. */
    Kill after(String requestPattern) {
        before = Pattern.compile(requestPattern);
        return this;
    }

    void aimAt(DpshProcess process) {
        victim.complete(process);
    }

    boolean happened() {
        return done.get();
    }

    @Override
    public boolean at(Relay.Moment now, String request) {
        if (!before.pattern().isEmpty()) {
            if (before.matcher(request).find()) {
                before = Pattern.compile("");
            }
            return true;
        }
        if (now != moment || done.get() || !line.matcher(request).find() || seen.incrementAndGet() != nth) {
            return true;
        }
        done.set(true);
        ScheduledFuture<?> shot = timer.schedule(() -> victim.join().kill(), afterMicros, TimeUnit.MICROSECONDS);
        try {
            shot.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return false;
    }

    @Override
    public String toString() {
        return "killed " + moment + " of " + line + " no. " + nth + ", " + afterMicros + " µs later";
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
