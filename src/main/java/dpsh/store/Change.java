package dpsh.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One piece of work that waits for its commit, and how that went. The thread that asked for it waits; any other runs it. */
final class Change<T> {
    private final Durability durability;
    private final LocalDatabase.Work<T> work;
    private @Nullable T result;
    private @Nullable Throwable failure;
    private boolean leads;
    private boolean ended;

    Change(Durability durability, LocalDatabase.Work<T> work) {
        this.durability = durability;
        this.work = work;
    }

    Durability durability() {
        return durability;
    }

    /** Does it, in the transaction of all that are committed together. */
    void run(Sql sql) throws SQLException {
        result = work.on(sql);
    }

    /** It will not be kept, for this reason; a reason that was given before stays. */
    void failed(Throwable reason) {
        if (failure == null) {
            failure = reason;
        }
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** The waiting thread is to commit it itself, and others with it. */
    synchronized void lead() {
        leads = true;
        notifyAll();
    }

    /** It is on the disk, or has failed. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /**
     * Waits for the one or the other; an interrupt is kept for later, because the commit cannot be called back.
     *
     * @return whether this thread is to lead
     */
    synchronized boolean awaitTurn() {
        boolean interrupted = false;
        while (!leads && !ended) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !ended;
    }

    /** What the work answered; throws what went wrong with it. */
    T result() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        return result;
    }
}
