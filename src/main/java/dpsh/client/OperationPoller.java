package dpsh.client;

import dpsh.arm.Answered;
import dpsh.arm.DpshException;
import dpsh.arm.ErrorBody;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.backup.Job;
import dpsh.backup.OperationKind;
import dpsh.backup.OperationStatus;
import dpsh.backup.Outcome;
import dpsh.rest.ArmResponse;
import dpsh.store.OperationRow;
import dpsh.store.OperationState;
import dpsh.wire.OperationStatusJson;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One look at an operation, and what it means. The order is ARM's ("Track asynchronous Azure operations", Microsoft Learn):
 * Azure-AsyncOperation before Location before the resource; and law 2's: an operation that ended well is done only when the
 * resource says so.
 */
final class OperationPoller {
    /** Service time in which a request that may have arrived must show an effect; longer than any answer takes. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private static final String ENDED_WELL = "the operation succeeded";
    private static final String READ_BACK = "read back: the request arrived";
    private static final Set<String> NOT_SEEN = Set.of(ENDED_WELL, InstanceWitness.NOT_VISIBLE);

    private final OperationBook book;
    private final BackupClient backup;
    private final RoleClient roles;
    private final JobWitness jobs;
    private final LongPredicate inFlight;
    private final @Nullable BackupInstance seen;

    /** @param inFlight whether this process waits for the answer to an operation's request right now */
    OperationPoller(OperationBook book, BackupClient backup, RoleClient roles, LongPredicate inFlight) {
        this(book, backup, roles, inFlight, null);
    }

    private OperationPoller(
            OperationBook book,
            BackupClient backup,
            RoleClient roles,
            LongPredicate inFlight,
            @Nullable BackupInstance seen) {
        this.book = book;
        this.backup = backup;
        this.roles = roles;
        this.jobs = new JobWitness(backup);
        this.inFlight = inFlight;
        this.seen = seen;
    }

    /** The same poller, which takes this instance for what reading it would show. */
    OperationPoller seeing(BackupInstance instance) {
        return new OperationPoller(book, backup, roles, inFlight, instance);
    }

    /**
     * Asks the service once where it can, writes down what it said, and returns it.
     *
     * @param age how long ago the request was recorded, in service time
     */
    Outcome look(long number, Duration age) {
        OperationRow row = book.row(number);
        return switch (row.state()) {
            case SUCCEEDED, FAILED, CANCELED, NOT_SENT, LOST -> concluded(row);
            case RECORDED, UNANSWERED -> unanswered(row, age);
            case ACCEPTED -> status(row);
            case SETTLING -> resource(row);
        };
    }

    /** How an operation that is not open any more ended. */
    Outcome concluded(OperationRow row) {
        return switch (row.state()) {
            case SUCCEEDED -> new Outcome.Succeeded(row.detailOr("succeeded"));
            case FAILED -> failed(row);
            case CANCELED -> new Outcome.Canceled();
            default -> new Outcome.Unknown(row.detailOr("it had no effect"));
        };
    }

    private Outcome failed(OperationRow row) {
        int status = row.httpStatus() == null ? 200 : row.httpStatus();
        return new Outcome.Failed(row.reason(), status, row.correlationId(), book.exchanged(row.number()));
    }

    private Outcome failed(OperationRow row, ErrorBody error, @Nullable Answered answered) {
        book.failed(row.number(), 200, error, answered);
        return new Outcome.Failed(error, 200, row.correlationId(), book.exchanged(row.number()));
    }

    private Outcome unanswered(OperationRow row, Duration age) {
        boolean ours = row.owner().pid() == ProcessHandle.current().pid();
        boolean beingSent =
                row.state() == OperationState.RECORDED && (ours ? inFlight.test(row.number()) : row.ownerAlive());
        return beingSent ? new Outcome.StillRunning("it is being sent") : readBack(row, age);
    }

    /**
     * No answer is on record: the resource itself tells whether the request arrived. That it cannot be seen proves nothing at
     * once, because a request that arrived may still be worked on.
     */
    private Outcome readBack(OperationRow row, Duration age) {
        ResourceId target = row.target();
        OperationKind kind = OperationKind.of(row.operation());
        if (kind == null || target == null || kind.validates()) {
            return lost(row, "no answer was recorded; a validation leaves nothing behind, run it again");
        }
        return switch (kind) {
            case ASSIGN_ROLE ->
                roles.assignment(target) == null
                        ? withoutTrace(row, age, "there is no such assignment")
                        : succeeded(row, "granted");
            case SYNC -> lost(row, "no answer was recorded, and nothing tells whether it arrived; it can be run again");
            case BACKUP -> readBackJob(row, age);
            default -> {
                Sight sight = InstanceWitness.see(kind, row.aim(), instance(target));
                if (sight instanceof Sight.Untouched untouched) {
                    yield withoutTrace(row, age, untouched.seen());
                }
                if (!(sight instanceof Sight.Done)) {
                    book.settling(row.number(), READ_BACK);
                }
                yield told(row, sight);
            }
        };
    }

    /** A backup leaves a job behind. That none is listed proves nothing, so it is never said to have had no effect. */
    private Outcome readBackJob(OperationRow row, Duration age) {
        Job job = jobs.find(row);
        if (job != null) {
            book.aimed(row.number(), job.id());
            book.settling(row.number(), READ_BACK);
            return told(row, JobWitness.see(job));
        }
        if (age.compareTo(GRACE) < 0) {
            return new Outcome.StillRunning("no answer came, and the vault lists no job of it so far");
        }
        return lost(row, "no answer came and the vault lists no job of it: look at `job list` before asking again");
    }

    private Outcome withoutTrace(OperationRow row, Duration age, String seen) {
        String answer = row.detail() == null ? "no answer came" : row.detail();
        if (age.compareTo(GRACE) < 0) {
            return new Outcome.StillRunning(answer + ", and " + seen + " so far");
        }
        return notSent(row, "the request had no effect: " + seen + " (" + answer + ")");
    }

    private Outcome status(OperationRow row) {
        String url = row.asyncUrl() != null ? row.asyncUrl() : row.locationUrl();
        if (url == null) {
            boolean followable = isAboutInstance(row) || row.httpStatus() == null || row.httpStatus() != 202;
            return followable ? ended(row, null) : lost(row, "the service accepted it and named no way to follow it");
        }
        if (!backup.mayFollow(url)) {
            return withoutStatus(row, "the service named an operation URL at a foreign origin, which is not followed");
        }
        ArmResponse answer;
        try {
            answer = backup.follow(url, row.target());
        } catch (DpshException.Service e) {
            return statusRefused(row, e);
        }
        if (row.asyncUrl() == null) {
            return answer.status() == 202
                    ? running(row, "Inprogress")
                    : ended(row, isBackup(row) ? OperationStatusJson.jobOf(answer.body()) : null);
        }
        OperationStatus status = OperationStatusJson.read(answer.body());
        if (status.succeeded()) {
            return ended(row, isBackup(row) ? status.jobId() : null);
        }
        if (status.failed()) {
            return failed(row, status.reason(), answer.kept());
        }
        if (status.canceled()) {
            book.canceled(row.number(), "canceled at the service");
            return new Outcome.Canceled();
        }
        return running(row, status.word());
    }

    /** An error on the status read says nothing about the operation, except on a Location, where it is the answer. */
    private Outcome statusRefused(OperationRow row, DpshException.Service e) {
        boolean forgottenOrForbidden = e.status() == 404 || e.status() == 403;
        if (forgottenOrForbidden) {
            return withoutStatus(row, "its status cannot be read (" + e.error().code() + ")");
        }
        if (row.asyncUrl() == null && e.status() < 500) {
            book.failed(row.number(), e.status(), e.error(), null);
            return new Outcome.Failed(e.error(), e.status(), e.correlationId(), e.exchanged());
        }
        throw e;
    }

    /** The status is not to be had: what it was about is asked instead, where there is such a thing. */
    private Outcome withoutStatus(OperationRow row, String why) {
        return isAboutInstance(row) ? resource(row) : lost(row, why + "; run it again");
    }

    /** The operation itself ended well. */
    private Outcome ended(OperationRow row, @Nullable String jobId) {
        if (!isAboutInstance(row)) {
            return succeeded(row, "the service would take this request");
        }
        ResourceId job = JobWitness.jobId(jobId, row.target());
        if (job != null) {
            book.aimed(row.number(), job);
        }
        book.settling(row.number(), ENDED_WELL);
        return resource(book.row(row.number()));
    }

    /** Asks the instance, or a backup's job: done is what the resource says. */
    private Outcome resource(OperationRow row) {
        ResourceId target = row.target();
        OperationKind kind = OperationKind.of(row.operation());
        if (target == null || kind == null) {
            return lost(row, "it is not known what it was about");
        }
        if (kind != OperationKind.BACKUP) {
            return told(row, InstanceWitness.see(kind, row.aim(), instance(target)));
        }
        if (row.aim() == null) {
            Job job = jobs.find(row);
            return job == null ? running(row, "no job yet") : told(row, JobWitness.see(job));
        }
        return told(row, jobs.see(row));
    }

    private Outcome told(OperationRow row, Sight sight) {
        if (sight instanceof Sight.Done done) {
            return succeeded(row, done.word());
        }
        if (sight instanceof Sight.Pending pending) {
            return running(row, pending.word());
        }
        if (sight instanceof Sight.Broken broken) {
            return failed(row, broken.error(), new Answered(200, null, null, broken.raw()));
        }
        if (sight instanceof Sight.Canceled canceled) {
            book.canceled(row.number(), canceled.word());
            return new Outcome.Canceled();
        }
        String word = ((Sight.Untouched) sight).word();
        return word.equals(InstanceWitness.NOT_VISIBLE) ? notThere(row) : running(row, word);
    }

    private @Nullable BackupInstance instance(ResourceId target) {
        BackupInstance known = seen;
        return known != null && known.id().equals(target) ? known : backup.instance(target);
    }

    /** An instance that was never seen may come; one that was seen is gone. */
    private Outcome notThere(OperationRow row) {
        boolean comes = OperationKind.of(row.operation()) == OperationKind.CREATE_INSTANCE
                || OperationKind.of(row.operation()) == OperationKind.UNDELETE;
        boolean seen =
                row.state() == OperationState.SETTLING && row.detail() != null && !NOT_SEEN.contains(row.detail());
        if (comes && !seen) {
            return running(row, InstanceWitness.NOT_VISIBLE);
        }
        ErrorBody error = ErrorBody.of("InstanceGone", "the instance was there and is gone: somebody deleted it");
        return failed(row, error, null);
    }

    private static boolean isBackup(OperationRow row) {
        return OperationKind.of(row.operation()) == OperationKind.BACKUP;
    }

    private static boolean isAboutInstance(OperationRow row) {
        OperationKind kind = OperationKind.of(row.operation());
        return kind != null && kind.isAboutInstance();
    }

    private Outcome running(OperationRow row, String word) {
        book.polled(row.number(), word);
        return new Outcome.StillRunning(word);
    }

    private Outcome succeeded(OperationRow row, String detail) {
        book.succeeded(row.number(), detail);
        return new Outcome.Succeeded(detail);
    }

    private Outcome notSent(OperationRow row, String why) {
        book.notSent(row.number(), why);
        return new Outcome.Unknown(why);
    }

    private Outcome lost(OperationRow row, @Nullable String why) {
        String reason = why == null ? "lost" : why;
        book.lost(row.number(), reason);
        return new Outcome.Unknown(reason);
    }
}
