package dpsh.client;

import dpsh.arm.ErrorBody;
import dpsh.arm.ResourceId;
import dpsh.backup.Job;
import dpsh.store.OperationRow;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What jobs tell of a request for a backup. Its operation names the job; without an answer the job is the one whose activity ID
 * is the request's client request ID (seen in az's recordings: the ID of the call is the job's activity and its task's ID).
 */
final class JobWitness {
    private static final Sight NO_JOB = new Sight.Untouched("the vault lists no job of this request", "no job yet");

    private final BackupClient backup;

    JobWitness(BackupClient backup) {
        this.backup = backup;
    }

    /** The job of an ID as the service gives it: a whole ID, or its name only. */
    static @Nullable ResourceId jobId(@Nullable String given, @Nullable ResourceId instance) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (ResourceId.looksLikeId(given)) {
            return ResourceId.parse(given);
        }
        ResourceId vault = instance == null ? null : instance.parent();
        return vault == null ? null : vault.child("backupJobs", given);
    }

    /** The job that this request began, or null when none is listed. */
    @Nullable
    Job find(OperationRow row) {
        ResourceId vault = row.target() == null ? null : row.target().parent();
        if (vault == null) {
            return null;
        }
        for (List<Job> page : backup.jobs(vault)) {
            for (Job job : page) {
                if (row.clientRequestId().equalsIgnoreCase(job.activityId())
                        && row.target().equals(job.instance())) {
                    return job;
                }
            }
        }
        return null;
    }

    /** How the request's job stands. */
    Sight see(OperationRow row) {
        if (row.aim() == null) {
            return NO_JOB;
        }
        Job job = backup.job(row.aim());
        return job == null ? NO_JOB : see(job);
    }

    /** What a job tells; done is a job that ended well, with its warnings if it has any (law 2). */
    static Sight see(Job job) {
        if (job.isRunning()) {
            return new Sight.Pending("job " + job.state());
        }
        if (job.state().isCanceled()) {
            return new Sight.Canceled("the job is " + job.state());
        }
        if (job.state().isFailed() || job.error() != null && !job.state().isDone()) {
            ErrorBody error = job.error() == null ? ErrorBody.of("JobFailed", "the job failed") : job.error();
            return new Sight.Broken(error, job.raw());
        }
        return new Sight.Done(words(job));
    }

    /** "Completed in 3 min 36 s: recovery point 9db34ab2...", "CompletedWithWarnings: ...". */
    private static String words(Job job) {
        StringBuilder words = new StringBuilder(job.state().word());
        if (job.duration() != null && !job.duration().isZero()) {
            words.append(" in ").append(words(job.duration()));
        }
        if (job.recoveryPoint() != null) {
            words.append(", recovery point ").append(job.recoveryPoint());
        }
        if (!job.warnings().isEmpty()) {
            words.append(": ").append(String.join("; ", job.warnings()));
        }
        return words.toString();
    }

    private static String words(Duration duration) {
        String seconds = duration.toSecondsPart() + " s";
        String minutes =
                duration.toHours() == 0 && duration.toMinutesPart() == 0 ? "" : duration.toMinutesPart() + " min ";
        return (duration.toHours() == 0 ? "" : duration.toHours() + " h ") + minutes + seconds;
    }
}
