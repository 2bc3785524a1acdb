package dpsh.client;

import dpsh.arm.DpshException;
import dpsh.arm.ErrorBody;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
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
    private static final String NOT_VISIBLE = "not visible yet";
    private static final Set<String> NOT_SEEN = Set.of(ENDED_WELL, NOT_VISIBLE);

    private final OperationBook book;
    private final BackupClient backup;
    private final RoleClient roles;
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
            case SUCCEEDED -> new Outcome.Succeeded(row.detailOr("succeeded"));
            case FAILED -> failed(row);
            case CANCELED -> new Outcome.Canceled();
            case NOT_SENT, LOST -> new Outcome.Unknown(row.detailOr("it had no effect"));
            case RECORDED, UNANSWERED -> unanswered(row, age);
            case ACCEPTED -> status(row);
            case SETTLING -> resource(row);
        };
    }

    private static Outcome failed(OperationRow row) {
        ErrorBody error =
                row.error() == null ? ErrorBody.of("Failed", row.detailOr("no reason is on record")) : row.error();
        return new Outcome.Failed(error, row.httpStatus() == null ? 200 : row.httpStatus(), row.correlationId());
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
        if (kind == null || target == null || kind == OperationKind.VALIDATE) {
            return lost(row, "no answer was recorded; a validation leaves nothing behind, run it again");
        }
        return switch (kind) {
            case CREATE_INSTANCE -> {
                if (instance(target) == null) {
                    yield withoutTrace(row, age, "the service has no such instance");
                }
                book.settling(row.number(), "read back: the instance is there");
                yield resource(row);
            }
            case DELETE_INSTANCE -> {
                BackupInstance instance = instance(target);
                if (instance == null) {
                    yield succeeded(row, "gone");
                }
                if (!isGoing(instance)) {
                    yield withoutTrace(row, age, "the instance is still there");
                }
                book.settling(row.number(), instance.state().word());
                yield resource(row);
            }
            case ASSIGN_ROLE ->
                roles.assignment(target) == null
                        ? withoutTrace(row, age, "there is no such assignment")
                        : succeeded(row, "granted");
            case VALIDATE -> throw new IllegalStateException("handled above");
        };
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
            return followable ? ended(row) : lost(row, "the service accepted it and named no way to follow it");
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
            return answer.status() == 202 ? running(row, "Inprogress") : ended(row);
        }
        OperationStatus status = OperationStatusJson.read(answer.body());
        if (status.succeeded()) {
            return ended(row);
        }
        if (status.failed()) {
            ErrorBody error = status.error() == null
                    ? ErrorBody.of("Failed", "the operation failed and the service gave no reason")
                    : status.error();
            book.failed(row.number(), 200, error);
            return new Outcome.Failed(error, 200, row.correlationId());
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
            book.failed(row.number(), e.status(), e.error());
            return new Outcome.Failed(e.error(), e.status(), e.correlationId());
        }
        throw e;
    }

    /** The status is not to be had: what it was about is asked instead, where there is such a thing. */
    private Outcome withoutStatus(OperationRow row, String why) {
        return isAboutInstance(row) ? resource(row) : lost(row, why + "; run it again");
    }

    /** The operation itself ended well. */
    private Outcome ended(OperationRow row) {
        if (!isAboutInstance(row)) {
            return succeeded(row, "the service would take this request");
        }
        book.settling(row.number(), ENDED_WELL);
        return resource(row);
    }

    /** Asks the instance: done is what the resource says. */
    private Outcome resource(OperationRow row) {
        ResourceId target = row.target();
        if (target == null) {
            return lost(row, "it is not known what it was about");
        }
        BackupInstance instance = instance(target);
        boolean deleting = OperationKind.of(row.operation()) == OperationKind.DELETE_INSTANCE;
        if (instance == null) {
            return deleting ? succeeded(row, "gone") : notThere(row);
        }
        if (deleting) {
            return running(row, instance.state().word());
        }
        if (instance.state().isProtected()) {
            return succeeded(row, instance.state().word());
        }
        if (instance.state().isBroken()
                || instance.state().isStopped()
                || instance.state().isGoing()
                || instance.provisioningState().equalsIgnoreCase("Failed")) {
            ErrorBody error = instance.error() == null
                    ? ErrorBody.of(instance.state().word(), "the instance ended in this state")
                    : instance.error();
            book.failed(row.number(), 200, error);
            return new Outcome.Failed(error, 200, row.correlationId());
        }
        return running(row, instance.state().word());
    }

    private @Nullable BackupInstance instance(ResourceId target) {
        BackupInstance known = seen;
        return known != null && known.id().equals(target) ? known : backup.instance(target);
    }

    /** An instance that was never seen may come; one that was seen is gone. */
    private Outcome notThere(OperationRow row) {
        boolean seen =
                row.state() == OperationState.SETTLING && row.detail() != null && !NOT_SEEN.contains(row.detail());
        if (!seen) {
            return running(row, NOT_VISIBLE);
        }
        ErrorBody error = ErrorBody.of("InstanceGone", "the instance was there and is gone: somebody deleted it");
        book.failed(row.number(), 200, error);
        return new Outcome.Failed(error, 200, row.correlationId());
    }

    private static boolean isAboutInstance(OperationRow row) {
        OperationKind kind = OperationKind.of(row.operation());
        return kind == OperationKind.CREATE_INSTANCE || kind == OperationKind.DELETE_INSTANCE;
    }

    private static boolean isGoing(BackupInstance instance) {
        return instance.state().isGoing() || instance.provisioningState().equalsIgnoreCase("Deleting");
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
