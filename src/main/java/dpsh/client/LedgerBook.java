package dpsh.client;

import dpsh.arm.Answered;
import dpsh.arm.ErrorBody;
import dpsh.arm.Exchanged;
import dpsh.arm.ResourceId;
import dpsh.store.OperationLog;
import dpsh.store.OperationRow;
import org.jspecify.annotations.Nullable;

/** The book on disk. */
final class LedgerBook implements OperationBook {
    private final OperationLog log;

    LedgerBook(OperationLog log) {
        this.log = log;
    }

    @Override
    public OperationRow row(long number) {
        OperationRow row = log.find(number);
        if (row == null) {
            throw new IllegalStateException("operation " + number + " was in the ledger and is not");
        }
        return row;
    }

    @Override
    public void polled(long number, String detail) {
        log.polled(number, detail);
    }

    @Override
    public void aimed(long number, ResourceId aim) {
        log.aimed(number, aim);
    }

    @Override
    public void settling(long number, String detail) {
        log.settling(number, detail);
    }

    @Override
    public void succeeded(long number, String detail) {
        log.succeeded(number, detail);
    }

    @Override
    public void failed(long number, int status, ErrorBody error, @Nullable Answered answered) {
        log.failed(number, status, error, null, answered);
    }

    @Override
    public @Nullable Exchanged exchanged(long number) {
        return log.exchanged(number);
    }

    @Override
    public void canceled(long number, String detail) {
        log.canceled(number, ErrorBody.of("Canceled", detail));
    }

    @Override
    public void notSent(long number, String why) {
        log.unanswered(number, false, why);
    }

    @Override
    public void lost(long number, String why) {
        log.lost(number, why);
    }
}
