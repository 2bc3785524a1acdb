package dpsh.client;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.ServiceClock;
import dpsh.backup.Job;
import dpsh.backup.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Jobs at the service, whoever began them. They are only read: nothing of them is in the ledger. */
public final class Jobs {
    private final BackupClient backup;
    private final ServiceClock clock;

    public Jobs(BackupClient backup, ServiceClock clock) {
        this.backup = backup;
        this.clock = clock;
    }

    /** Asks once how a job stands; done is one that ended well, with its warnings if it has any. */
    public Outcome look(ResourceId job) {
        Job found = backup.job(job);
        if (found == null) {
            return new Outcome.Unknown("the vault has no such job any more");
        }
        Sight sight = JobWitness.see(found);
        if (sight instanceof Sight.Done done) {
            return new Outcome.Succeeded(done.word());
        }
        if (sight instanceof Sight.Broken broken) {
            return new Outcome.Failed(broken.error(), 200, found.activityId());
        }
        return sight instanceof Sight.Canceled
                ? new Outcome.Canceled()
                : new Outcome.StillRunning(found.state().word());
    }

    /**
     * Asks again and again until it has ended, each {@link Operation#DEFAULT_INTERVAL}: the service names no time for jobs.
     *
     * @param deadline in service time, from now
     * @param progress told of each look that found it still running
     * @throws DpshException.TimedOut when the deadline passes; the job goes on at the service
     * @throws DpshException.Interrupted when the operator detaches; the job goes on at the service
     */
    public Outcome await(ResourceId job, Duration deadline, Consumer<Outcome.StillRunning> progress) {
        Instant end = clock.now().plus(deadline);
        while (true) {
            Outcome outcome = look(job);
            if (!(outcome instanceof Outcome.StillRunning running)) {
                return outcome;
            }
            progress.accept(running);
            Duration left = Duration.between(clock.now(), end);
            if (left.isNegative() || left.isZero()) {
                throw new DpshException.TimedOut(
                        "the job " + job.name() + " is still running (" + running.detail() + ")",
                        "it did not end within " + deadline.toSeconds() + " s",
                        wayBack(job),
                        deadline);
            }
            try {
                clock.sleep(left.compareTo(Operation.DEFAULT_INTERVAL) < 0 ? left : Operation.DEFAULT_INTERVAL);
            } catch (InterruptedException e) {
                throw new DpshException.Interrupted("detached from the job " + job.name(), wayBack(job));
            }
        }
    }

    private static String wayBack(ResourceId job) {
        return "it goes on at the service; `job watch " + job.name() + "` comes back to it";
    }
}
