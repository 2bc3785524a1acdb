package dpsh.runbook;

import dpsh.arm.ErrorBody;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.backup.Outcome;
import dpsh.client.Operation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Work at the service that was begun, in this run or an earlier one. Accepted is not done: {@link #await()} tells how it
 * ended. With {@code --show-request} nothing was sent, and it says so.
 */
public final class BackupOperation {
    private final @Nullable Operation operation;
    private final Duration deadline;
    private final Cancellation cancellation;
    private final @Nullable BackupInstance unchanged;

    /** Nothing was to be done: the instance is just so already. */
    BackupOperation(BackupInstance unchanged, Cancellation cancellation) {
        this.operation = null;
        this.deadline = Duration.ZERO;
        this.cancellation = cancellation;
        this.unchanged = unchanged;
    }

    BackupOperation(@Nullable Operation operation, Duration deadline, Cancellation cancellation) {
        this.operation = operation;
        this.deadline = deadline;
        this.cancellation = cancellation;
        this.unchanged = null;
    }

    /** Its number, by which {@code operation watch} finds it again; null when it was not sent. */
    public @Nullable Long getNumber() {
        return operation == null ? null : operation.number();
    }

    /** What it does: "create instance". */
    public @Nullable String getKind() {
        return operation == null ? null : operation.kind();
    }

    /** What it is about, or null. */
    public @Nullable ResourceId getTarget() {
        if (unchanged != null) {
            return unchanged.id();
        }
        return operation == null ? null : operation.target();
    }

    /** By the record and without asking the service: "running", "succeeded", "failed", ... */
    public String getState() {
        return standing().state();
    }

    /** What the service said went wrong, or null. */
    public @Nullable ErrorBody getError() {
        return recorded().error();
    }

    /** Whether nothing was to be done, because it was so already. */
    public boolean isUnchanged() {
        return unchanged != null;
    }

    /** Whether it still runs, by the record. */
    public boolean isOpen() {
        return operation != null && operation.isOpen();
    }

    public boolean isSucceeded() {
        return recorded().isSucceeded();
    }

    public boolean isFailed() {
        return recorded().isFailed();
    }

    /**
     * Waits until it has ended, at most as long as {@code --timeout} says.
     *
     * @throws dpsh.arm.DpshException.TimedOut when it has not; it goes on at the service
     */
    public Verdict await() {
        return await(deadline);
    }

    /** The same with a deadline of its own: a Duration, or a text such as {@code '30 min'}; in the service's time. */
    public Verdict await(Object within) {
        cancellation.pass();
        Duration limit = Waits.duration(within, "a deadline");
        return operation == null ? recorded() : Verdict.of(operation.await(limit, running -> cancellation.pass()));
    }

    /** Asks the service once, never before its time has come. */
    public Verdict look() {
        cancellation.pass();
        return operation == null ? recorded() : Verdict.of(operation.look());
    }

    private Verdict recorded() {
        if (unchanged != null) {
            return Verdict.of(new Outcome.Succeeded(unchanged.state().word()));
        }
        return Verdict.of(operation == null ? new Outcome.NotSent() : operation.recorded());
    }

    OperationStanding standing() {
        Verdict now = recorded();
        return new OperationStanding(
                getNumber(),
                getKind(),
                getTarget() == null ? null : getTarget().name(),
                now.state(),
                now.error() == null ? now.detail() : now.message(),
                now.code());
    }

    @Override
    public String toString() {
        OperationStanding now = standing();
        return "operation" + (now.number() == null ? "" : " " + now.number())
                + (now.kind() == null ? "" : " (" + now.kind() + " " + now.target() + ")") + ": " + recorded();
    }
}
