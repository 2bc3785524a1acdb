package dpsh.store;

import dpsh.arm.Answered;
import dpsh.arm.DpshException;
import dpsh.arm.ErrorBody;
import dpsh.arm.Exchanged;
import dpsh.arm.ResourceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of operations. What a method wrote is on the disk when it returns ({@link #polled} aside); every method throws
 * {@link DpshException.LedgerUnavailable} when the database cannot do it, and the writing ones also when there is no
 * operation of that number.
 *
 * <p>An operation moves forward only. The first final state is the last: what comes later (another shell watched the same
 * operation) changes nothing and is no error.
 */
public final class OperationLog {
    private static final String OPEN = "state IN ('RECORDED', 'UNANSWERED', 'ACCEPTED', 'SETTLING')";

    private final LocalDatabase database;
    private final Set<Long> inFlight = ConcurrentHashMap.newKeySet();
    private final Clock clock;
    private final Owner self = Owner.current();

    /** @param clock the wall clock */
    public OperationLog(LocalDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Writes a request down before it is sent.
     *
     * @return its number
     */
    public long record(NewOperation request) {
        ResourceId target = request.target();
        long number = database.write(sql -> sql.number(
                """
                INSERT INTO operations (world, operation, verb, url, target, target_key, client_request_id, state,
                  created_at, owner_pid, owner_started, aim)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'RECORDED', ?, ?, ?, ?) RETURNING number""",
                request.world(),
                request.operation(),
                request.verb(),
                request.url(),
                target == null ? null : target.toString(),
                target == null ? null : target.folded(),
                request.clientRequestId(),
                clock.millis(),
                self.pid(),
                self.started() == null ? null : self.started().toEpochMilli(),
                request.aim() == null ? null : request.aim().toString()));
        inFlight.add(number);
        return number;
    }

    /** The service took it. Also for an answer of 200 or 204: whether the resource says so too is seen later. */
    public void accepted(long number, OperationAnswer answer) {
        Duration wait = answer.retryAfter();
        change(
                number,
                """
                UPDATE operations SET state = 'ACCEPTED', http_status = ?, async_url = ?, location_url = ?,
                  retry_after = ?, correlation_id = coalesce(?, correlation_id), answered_at = ?
                WHERE number = ? AND state IN ('RECORDED', 'UNANSWERED', 'ACCEPTED')""",
                answer.httpStatus(),
                answer.asyncUrl(),
                answer.locationUrl(),
                wait == null ? null : wait.plusNanos(999_999_999).toSeconds(),
                answer.correlationId(),
                clock.millis(),
                number);
    }

    /** What shows that it is done became known, such as the job that it began; the first such word stays. */
    public void aimed(long number, ResourceId aim) {
        change(
                number,
                "UPDATE operations SET aim = coalesce(aim, ?) WHERE number = ? AND " + OPEN,
                aim.toString(),
                number);
    }

    /** The operation ended well; the resource does not say so yet. */
    public void settling(long number, @Nullable String detail) {
        change(
                number,
                "UPDATE operations SET state = 'SETTLING', detail = coalesce(?, detail), polled_at = ? WHERE number = ? AND "
                        + OPEN,
                detail,
                clock.millis(),
                number);
    }

    /** It is done, and the resource says so. */
    public void succeeded(long number, @Nullable String detail) {
        change(
                number,
                "UPDATE operations SET state = 'SUCCEEDED', detail = coalesce(?, detail), ended_at = ? WHERE number = ? AND "
                        + OPEN,
                detail,
                clock.millis(),
                number);
    }

    /**
     * The service refused it, or ended it with an error.
     *
     * @param httpStatus the status of the answer; when the request itself was answered before, that status is kept
     * @param correlationId of the answer, or null
     */
    public void failed(long number, int httpStatus, ErrorBody error, @Nullable String correlationId) {
        failed(number, httpStatus, error, correlationId, null);
    }

    /** The same. @param answered what told of it, or null when that is not known */
    public void failed(
            long number, int httpStatus, ErrorBody error, @Nullable String correlationId, @Nullable Answered answered) {
        ended(number, OperationState.FAILED, httpStatus, error, correlationId, answered);
    }

    /** The request of an operation that failed, with what told of that; null when there is no such operation. */
    public @Nullable Exchanged exchanged(long number) {
        List<Exchanged> found = database.read(List.of(), sql -> sql.query(OperationRows::exchanged, """
                        SELECT verb, url, client_request_id, correlation_id, answer, answer_status, answer_request_id
                        FROM operations WHERE number = ?\
                        """, number));
        return found.isEmpty() ? null : found.get(0);
    }

    /** The service canceled it; {@code error} is what it said about that, or null. */
    public void canceled(long number, @Nullable ErrorBody error) {
        ended(number, OperationState.CANCELED, null, error, null, null);
    }

    private void ended(
            long number,
            OperationState state,
            @Nullable Integer httpStatus,
            @Nullable ErrorBody error,
            @Nullable String correlationId,
            @Nullable Answered answered) {
        long now = clock.millis();
        change(
                number,
                """
                UPDATE operations SET state = ?, http_status = coalesce(http_status, ?),
                  correlation_id = coalesce(?, correlation_id), error_code = ?, error_message = ?, error_cause = ?,
                  error_actions = ?, error_target = ?, activity_id = ?,
                  answer = ?, answer_status = ?, answer_request_id = ?, answered_at = coalesce(answered_at, ?), ended_at = ?
                WHERE number = ? AND\s""" + OPEN,
                state.name(),
                httpStatus,
                correlationId,
                error == null ? null : error.code(),
                error == null ? null : error.message(),
                error == null ? null : error.cause(),
                error == null ? null : OperationRows.lines(error.recommendedActions()),
                error == null ? null : error.target(),
                error == null ? null : error.activityId(),
                answered == null ? null : answered.body(),
                answered == null ? null : answered.status(),
                answered == null ? null : answered.requestId(),
                now,
                now,
                number);
    }

    /**
     * No answer came.
     *
     * @param mayHaveArrived false when it certainly had no effect, which ends it; when an answer was recorded before,
     *     nothing changes
     */
    public void unanswered(long number, boolean mayHaveArrived, String why) {
        change(
                number,
                """
                UPDATE operations SET state = ?, detail = ?, ended_at = ?
                WHERE number = ? AND state IN ('RECORDED', 'UNANSWERED')""",
                (mayHaveArrived ? OperationState.UNANSWERED : OperationState.NOT_SENT).name(),
                why,
                mayHaveArrived ? null : clock.millis(),
                number);
    }

    /** It left nothing that could be followed or read back. */
    public void lost(long number, String why) {
        change(
                number,
                "UPDATE operations SET state = 'LOST', detail = ?, ended_at = ? WHERE number = ? AND " + OPEN,
                why,
                clock.millis(),
                number);
    }

    /**
     * It was asked about and goes on; {@code detail} null keeps what was known. This outlives the process, however that
     * ends, but not a power cut: it only tells when to ask again, and by then that time has come.
     */
    public void polled(long number, @Nullable String detail) {
        change(
                Durability.PROCESS,
                number,
                "UPDATE operations SET detail = coalesce(?, detail), polled_at = ? WHERE number = ? AND " + OPEN,
                detail,
                clock.millis(),
                number);
    }

    /** Whether this process recorded the request and has not been told yet how it went. */
    public boolean isInFlight(long number) {
        return inFlight.contains(number);
    }

    private void change(long number, String statement, @Nullable Object... values) {
        change(Durability.POWER_CUT, number, statement, values);
    }

    private void change(Durability durability, long number, String statement, @Nullable Object... values) {
        inFlight.remove(number);
        boolean known = database.write(
                durability,
                sql -> sql.update(statement, values) > 0
                        || sql.number("SELECT count(*) FROM operations WHERE number = ?", number) > 0);
        if (!known) {
            throw new DpshException.LedgerUnavailable(
                    "what happened to operation " + number + " cannot be written down",
                    "the ledger has no operation of that number",
                    "`instance list` shows what is there",
                    null);
        }
    }

    /** The operation of this number, or null. */
    public @Nullable OperationRow find(long number) {
        List<OperationRow> found = rows("WHERE number = ?", number);
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * A world's operations, newest first.
     *
     * @param openOnly whether to leave out what has ended
     * @param limit at most so many
     */
    public List<OperationRow> list(String world, boolean openOnly, int limit) {
        String where = openOnly ? "WHERE world = ? AND " + OPEN : "WHERE world = ?";
        return rows(where + " ORDER BY number DESC LIMIT ?", world, limit);
    }

    /** Everything about this resource that was recorded at this time or later, newest first. */
    public List<OperationRow> since(String world, ResourceId target, Instant wallTime) {
        return rows(
                "WHERE world = ? AND target_key = ? AND created_at >= ? ORDER BY number DESC",
                world,
                target.folded(),
                wallTime.toEpochMilli());
    }

    /** What has not ended about this resource, newest first. */
    public List<OperationRow> openFor(String world, ResourceId target) {
        return rows("WHERE world = ? AND target_key = ? AND " + OPEN + " ORDER BY number DESC", world, target.folded());
    }

    private List<OperationRow> rows(String where, @Nullable Object... values) {
        return database.read(
                List.of(),
                sql -> List.copyOf(sql.query(OperationRows::read, "SELECT * FROM operations " + where, values)));
    }
}
