package dpsh.client;

import dpsh.arm.Answered;
import dpsh.arm.ErrorBody;
import dpsh.arm.Exchanged;
import dpsh.arm.ResourceId;
import dpsh.store.OperationRow;
import org.jspecify.annotations.Nullable;

/**
 * Where the standing of operations is kept: the ledger on disk, or memory for a validation when the disk refuses. Each method
 * is durable, as far as the book is, when it returns; of a poll, a power cut may take the time of it back.
 */
interface OperationBook {
    /** @throws dpsh.arm.DpshException.Usage when there is no such operation */
    OperationRow row(long number);

    /** Asked and still running. */
    void polled(long number, String detail);

    /** What shows that it is done became known, such as the job that it began. */
    void aimed(long number, ResourceId aim);

    /** The operation ended well and the resource is not there yet. */
    void settling(long number, String detail);

    void succeeded(long number, String detail);

    /** @param answered what told of it, or null when that is not known */
    void failed(long number, int status, ErrorBody error, @Nullable Answered answered);

    /** The request of one that failed, with what told of that; null when it is not known here. */
    @Nullable
    Exchanged exchanged(long number);

    void canceled(long number, String detail);

    /** It is certain that it had no effect. */
    void notSent(long number, String why);

    /** It left nothing that could be followed or read back. */
    void lost(long number, String why);
}
