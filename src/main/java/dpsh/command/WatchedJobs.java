package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.Job;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;
import dpsh.client.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of some vaults, listed again and again on a thread of its own. The service names no time for jobs and lists all of a
 * vault's: a list of one page is read each 15 s of service time, a longer one that much less often.
 */
final class WatchedJobs implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST = 200;
    private static final long PATIENCE_MILLIS = 2000;

    private final Service service;
    private final List<ResourceId> named;
    private final boolean everywhere;
    private final Function<DpshException, String> said;
    private volatile Seen seen;
    private @Nullable Thread thread;
    private boolean closed;

    /**
     * What was seen last.
     *
     * @param at when, by the service's clock; null before the first time
     * @param trouble why not all could be read, or null
     */
    record Seen(
            List<Job> jobs, @Nullable Instant at, @Nullable String trouble) {}

    /**
     * @param named the vaults
     * @param everywhere whether to look in all vaults that can be read
     * @param said an error as a sentence
     */
    WatchedJobs(Service service, List<ResourceId> named, boolean everywhere, Function<DpshException, String> said) {
        this.service = service;
        this.named = named;
        this.everywhere = everywhere;
        this.said = said;
        this.seen = new Seen(List.of(), null, null);
    }

    Seen seen() {
        return seen;
    }

    /** Whether there is any vault to look in. */
    boolean looks() {
        return everywhere || !named.isEmpty();
    }

    /** Looks once, for somebody who waits for it. */
    void look() {
        if (looks()) {
            read();
        }
    }

    synchronized void begin() {
        if (looks() && thread == null) {
            Thread made = new Thread(this::again, "dpsh-jobs");
            made.setDaemon(true);
            thread = made;
            made.start();
        }
    }

    private void again() {
        try {
            Duration pause = read();
            while (pause(service.clock().toWallTime(pause).toMillis())) {
                pause = read();
            }
        } catch (InterruptedException | DpshException.Interrupted e) {
            // The view was left.
        }
    }

    private synchronized boolean pause(long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        for (long left = Math.max(1, millis); !closed && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return !closed;
    }

    /** @return how long to wait until the next time, in service time */
    private Duration read() {
        List<Job> jobs = new ArrayList<>();
        String trouble = null;
        int pages = 0;
        try {
            for (ResourceId vault : everywhere ? vaults() : named) {
                try {
                    for (List<Job> page : service.backup().jobs(vault)) {
                        pages++;
                        jobs.addAll(page);
                    }
                } catch (DpshException.Service e) {
                    // Another vault may be one that can be read.
                    trouble = said.apply(e);
                }
            }
        } catch (DpshException.Interrupted e) {
            throw e;
        } catch (DpshException e) {
            trouble = said.apply(e);
        }
        Comparator<Job> newestFirst = Comparator.comparing(
                Job::start,
                Comparator.nullsLast(Comparator.<Instant>naturalOrder().reversed()));
        seen = new Seen(
                jobs.stream()
                        .sorted(Comparator.comparing((Job job) -> !job.isRunning())
                                .thenComparing(newestFirst))
                        .limit(MOST)
                        .toList(),
                service.clock().now(),
                trouble);
        Duration pause = INTERVAL.multipliedBy(Math.max(1, pages));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private List<ResourceId> vaults() {
        List<ResourceId> vaults = new ArrayList<>();
        for (Subscription subscription : service.resources().subscriptions().all()) {
            service.backup().vaults(subscription.id(), null).all().stream()
                    .map(Vault::id)
                    .forEach(vaults::add);
        }
        return vaults;
    }

    @Override
    public void close() {
        Thread reading;
        synchronized (this) {
            closed = true;
            notifyAll();
            reading = thread;
        }
        if (reading == null) {
            return;
        }
        reading.interrupt();
        try {
            reading.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
