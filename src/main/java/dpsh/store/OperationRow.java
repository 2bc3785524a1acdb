package dpsh.store;

import dpsh.arm.ErrorBody;
import dpsh.arm.ResourceId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the ledger knows it. Times are of the wall clock, to the millisecond.
 *
 * @param number the operator's handle, counted up and never used twice
 * @param world the service that it went to
 * @param operation the contract's name
 * @param verb the HTTP method
 * @param url the request's URL
 * @param target the resource that it is about, or null
 * @param clientRequestId what it was sent with
 * @param httpStatus the status of the answer to the request itself, or null without one
 * @param asyncUrl the operation's status URL, byte for byte, or null; signed: for the next poll only, never to be shown
 * @param locationUrl the operation's result URL, likewise
 * @param retryAfter what the answer asked to wait, or null
 * @param correlationId what support asks for, or null
 * @param error what the service said went wrong, or null
 * @param detail a few words, such as the resource's state when it was last seen, or null
 * @param answeredAt when the answer came, or null
 * @param polledAt when it was last asked about, or null
 * @param endedAt when it reached its last state, or null
 * @param owner the process that sent it
 * @param aim what shows that it is done: the new policy of an instance, the job of a backup; or null
 */
public record OperationRow(
        long number,
        String world,
        String operation,
        String verb,
        String url,
        @Nullable ResourceId target,
        String clientRequestId,
        OperationState state,
        @Nullable Integer httpStatus,
        @Nullable String asyncUrl,
        @Nullable String locationUrl,
        @Nullable Duration retryAfter,
        @Nullable String correlationId,
        @Nullable ErrorBody error,
        @Nullable String detail,
        Instant createdAt,
        @Nullable Instant answeredAt,
        @Nullable Instant polledAt,
        @Nullable Instant endedAt,
        Owner owner,
        @Nullable ResourceId aim) {
    /** Whether the process that recorded it still runs, and so may still be waiting for the answer. */
    public boolean ownerAlive() {
        return owner.alive();
    }

    /** Whether no answer is on record and none will come: its effect can only be read back from the resource. */
    public boolean unanswered() {
        boolean ownProcess = owner.pid() == ProcessHandle.current().pid();
        return state == OperationState.UNANSWERED || state == OperationState.RECORDED && (ownProcess || !ownerAlive());
    }

    /** The detail on record, or these words. */
    public String detailOr(String absent) {
        return detail == null ? absent : detail;
    }

    /** What went wrong with one that failed, as far as that is on record. */
    public ErrorBody reason() {
        return error == null ? ErrorBody.of("Failed", detailOr("no reason is on record")) : error;
    }

    /** The same operation in another state, for books that are kept in memory. */
    public OperationRow now(OperationState newState, @Nullable ErrorBody newError, String newDetail) {
        return new OperationRow(
                number,
                world,
                operation,
                verb,
                url,
                target,
                clientRequestId,
                newState,
                httpStatus,
                asyncUrl,
                locationUrl,
                retryAfter,
                correlationId,
                newError,
                newDetail,
                createdAt,
                answeredAt,
                polledAt,
                endedAt,
                owner,
                aim);
    }

    /** The same operation with what shows that it is done. */
    public OperationRow aimedAt(ResourceId newAim) {
        return new OperationRow(
                number,
                world,
                operation,
                verb,
                url,
                target,
                clientRequestId,
                state,
                httpStatus,
                asyncUrl,
                locationUrl,
                retryAfter,
                correlationId,
                error,
                detail,
                createdAt,
                answeredAt,
                polledAt,
                endedAt,
                owner,
                newAim);
    }

    /** Without operation URLs and queries: these are signed. */
    @Override
    public String toString() {
        return "OperationRow[number=" + number + ", world=" + world + ", operation=" + operation + ", verb=" + verb
                + ", url=" + SignedUrl.withoutQuery(url) + ", state=" + state + ", httpStatus=" + httpStatus
                + ", asyncUrl=" + SignedUrl.presence(asyncUrl) + ", locationUrl=" + SignedUrl.presence(locationUrl)
                + ", retryAfter=" + retryAfter + ", correlationId=" + correlationId + ", error=" + error
                + ", detail=" + detail + ", createdAt=" + createdAt + ", endedAt=" + endedAt + "]";
    }
}
