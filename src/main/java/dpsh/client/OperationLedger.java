package dpsh.client;

import dpsh.arm.ErrorBody;
import dpsh.arm.ServiceClock;
import dpsh.backup.OperationKind;
import dpsh.rest.ArmRequest;
import dpsh.rest.Ledger;
import dpsh.rest.LedgerAnswer;
import dpsh.rest.RetryAfter;
import dpsh.store.NewOperation;
import dpsh.store.OperationAnswer;
import dpsh.store.OperationLog;
import dpsh.store.OperationRow;
import dpsh.wire.InstanceChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exchange's ledger, kept in the local database: what each answer means for the operation's standing. */
public final class OperationLedger implements Ledger {
    private final OperationLog log;
    private final String world;
    private final ServiceClock clock;

    public OperationLedger(OperationLog log, String world, ServiceClock clock) {
        this.log = log;
        this.world = world;
        this.clock = clock;
    }

    @Override
    public long record(ArmRequest request, String clientRequestId) {
        return log.record(new NewOperation(
                world,
                request.operation(),
                request.verb().name(),
                request.url(),
                request.target(),
                clientRequestId,
                OperationKind.of(request.operation()) == OperationKind.UPDATE_INSTANCE
                        ? InstanceChange.policy(request.body())
                        : null));
    }

    @Override
    public void answered(long entry, LedgerAnswer answer) {
        int status = answer.status();
        // What broke at the service may have had its effect, except for a validation, which has none.
        boolean ambiguous = (status == 408 || status >= 500) && !validates(kind(entry));
        if (ambiguous) {
            log.unanswered(entry, true, "the service answered " + said(answer));
        } else if (answer.error() != null && answer.error().is("RoleAssignmentExists")) {
            log.succeeded(entry, "the role was assigned already");
        } else if (status >= 400) {
            ErrorBody error = answer.error() == null ? ErrorBody.of("HTTP " + status, "") : answer.error();
            log.failed(entry, status, error, answer.headers().get("x-ms-correlation-request-id"), answer.refusal());
        } else {
            accepted(entry, status, answer.headers());
        }
    }

    /** "HTTP 500 (CloudInternalError: ..., correlation ...)". */
    private static String said(LedgerAnswer answer) {
        StringBuilder words = new StringBuilder();
        ErrorBody error = answer.error();
        if (error != null) {
            words.append(error.code());
            if (!error.message().isBlank()) {
                words.append(": ").append(error.message());
            }
        }
        String correlation = answer.headers().get("x-ms-correlation-request-id");
        if (correlation != null) {
            words.append(words.isEmpty() ? "" : ", ").append("correlation ").append(correlation);
        }
        return "HTTP " + answer.status() + (words.isEmpty() ? "" : " (" + words + ")");
    }

    private static boolean validates(@Nullable OperationKind kind) {
        return kind != null && kind.validates();
    }

    private @Nullable OperationKind kind(long entry) {
        OperationRow row = log.find(entry);
        return row == null ? null : OperationKind.of(row.operation());
    }

    private void accepted(long entry, int status, Map<String, String> headers) {
        OperationKind kind = kind(entry);
        String async = headers.get("Azure-AsyncOperation");
        String location = headers.get("Location");
        if (kind == OperationKind.ASSIGN_ROLE) {
            log.succeeded(entry, "granted");
        } else if (kind == OperationKind.DELETE_INSTANCE && status == 204) {
            log.succeeded(entry, "it was gone already");
        } else if (validates(kind) && async == null && location == null && status != 202) {
            log.succeeded(entry, "the service would take this request");
        } else {
            log.accepted(
                    entry,
                    new OperationAnswer(
                            status,
                            async,
                            location,
                            retryAfter(headers, clock.now()),
                            headers.get("x-ms-correlation-request-id")));
        }
    }

    @Override
    public void unanswered(long entry, boolean mayHaveArrived, String why) {
        log.unanswered(entry, mayHaveArrived, why);
    }

    static @Nullable Duration retryAfter(Map<String, String> headers, Instant now) {
        return RetryAfter.parse(headers.get("Retry-After"), now);
    }
}
