package dpsh.client;

import dpsh.arm.Answered;
import dpsh.arm.DpshException;
import dpsh.arm.ErrorBody;
import dpsh.arm.Exchanged;
import dpsh.arm.ResourceId;
import dpsh.backup.OperationKind;
import dpsh.rest.ArmResponse;
import dpsh.store.OperationRow;
import dpsh.store.OperationState;
import dpsh.store.Owner;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A book that lasts as long as the process: for validations that the disk would not take, and for instances that somebody else
 * started. Its numbers are negative, so that nobody takes them for the ledger's.
 */
final class MemoryBook implements OperationBook {
    private final Map<Long, OperationRow> rows = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong(-1);

    /** An operation that the service accepted. */
    long accepted(OperationKind kind, ResourceId target, ArmResponse response, Instant now) {
        Owner owner = new Owner(ProcessHandle.current().pid(), null);
        long number = next.getAndDecrement();
        OperationState state =
                response.status() == 202 || response.status() == 201 || response.header("Azure-AsyncOperation") != null
                        ? OperationState.ACCEPTED
                        : OperationState.SUCCEEDED;
        rows.put(
                number,
                new OperationRow(
                        number,
                        "",
                        kind.contractName(),
                        "",
                        "",
                        target,
                        "",
                        state,
                        response.status(),
                        response.header("Azure-AsyncOperation"),
                        response.header("Location"),
                        OperationLedger.retryAfter(response.headers(), now),
                        response.header("x-ms-correlation-request-id"),
                        null,
                        null,
                        now,
                        now,
                        null,
                        null,
                        owner,
                        null));
        return number;
    }

    /** An instance that is on its way to being protected, whoever sent it. */
    long following(ResourceId instance, Instant now) {
        return following(OperationKind.CREATE_INSTANCE, instance, now);
    }

    /** An instance that is on its way, whoever sent it there. */
    long following(OperationKind kind, ResourceId instance, Instant now) {
        long number = accepted(kind, instance, new ArmResponse(201, Map.of(), "", null), now);
        settling(number, "configured by somebody else");
        return number;
    }

    @Override
    public OperationRow row(long number) {
        OperationRow row = rows.get(number);
        if (row == null) {
            throw new DpshException.Usage(
                    "there is no operation " + number, null, "`operation list` shows the numbers");
        }
        return row;
    }

    @Override
    public void polled(long number, String detail) {
        change(number, row(number).state(), null, detail);
    }

    @Override
    public void aimed(long number, ResourceId aim) {
        rows.computeIfPresent(number, (key, row) -> row.aim() == null ? row.aimedAt(aim) : row);
    }

    @Override
    public void settling(long number, String detail) {
        change(number, OperationState.SETTLING, null, detail);
    }

    @Override
    public void succeeded(long number, String detail) {
        change(number, OperationState.SUCCEEDED, null, detail);
    }

    @Override
    public void failed(long number, int status, ErrorBody error, @Nullable Answered answered) {
        change(number, OperationState.FAILED, error, error.message());
    }

    @Override
    public @Nullable Exchanged exchanged(long number) {
        return null;
    }

    @Override
    public void canceled(long number, String detail) {
        change(number, OperationState.CANCELED, null, detail);
    }

    @Override
    public void notSent(long number, String why) {
        change(number, OperationState.NOT_SENT, null, why);
    }

    @Override
    public void lost(long number, String why) {
        change(number, OperationState.LOST, null, why);
    }

    private void change(long number, OperationState state, @Nullable ErrorBody error, String detail) {
        rows.computeIfPresent(number, (key, row) -> row.state().ended() ? row : row.now(state, error, detail));
    }
}
