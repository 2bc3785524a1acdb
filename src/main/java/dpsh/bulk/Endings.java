package dpsh.bulk;

import dpsh.arm.DpshException;
import dpsh.arm.ErrorBody;
import dpsh.backup.AlreadyProtected;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.ErrorEntry;
import dpsh.backup.Finding;
import dpsh.backup.Outcome;
import dpsh.store.ItemState;
import dpsh.store.RunItem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an item of a run ends when it does not end well: its last state, why, and what to do next. */
final class Endings {
    private static final ErrorCatalog CATALOG = ErrorCatalog.load();

    private Endings() {}

    /** The service refused it, or ended it with an error. */
    static RunItem failed(RunItem item, Outcome.Failed failed) {
        return failed(item, failed.error(), failed.correlationId());
    }

    /** The service answered a question about it with an error that time does not mend. */
    static RunItem failed(RunItem item, DpshException.Service refusal) {
        return failed(item, refusal.error(), refusal.correlationId());
    }

    private static RunItem failed(RunItem item, ErrorBody error, @Nullable String correlation) {
        return item.in(
                ItemState.FAILED,
                error.code(),
                error.cause() != null ? error.cause() : error.message(),
                advice(error),
                error.activityId() != null ? error.activityId() : correlation);
    }

    private static @Nullable String advice(ErrorBody error) {
        ErrorEntry entry = CATALOG.find(error.code());
        if (entry != null) {
            return entry.advice();
        }
        return error.recommendedActions().isEmpty() ? null : String.join("; ", error.recommendedActions());
    }

    static RunItem canceled(RunItem item) {
        return item.in(ItemState.FAILED, "Canceled", "the operation was canceled at the service", "`runs retry`", null);
    }

    /** Something stands in the way that was there before. */
    static RunItem blocked(RunItem item, Finding obstacle) {
        return item.in(ItemState.BLOCKED, obstacle.serviceCode(), obstacle.message(), obstacle.fix(), null);
    }

    /** The service says that it is protected, and shows nothing. */
    static RunItem unseen(RunItem item) {
        return item.in(
                ItemState.FAILED,
                AlreadyProtected.CODE,
                "the service says that it is protected already, and shows no backup instance of it",
                "`instance list --deleted --vault " + item.vault().name() + "`: it may be kept as deleted",
                null);
    }

    static RunItem unknown(RunItem item, String why) {
        return item.in(ItemState.UNKNOWN, null, why, "`runs retry` looks again", null);
    }

    /** Every request to create it was without effect. */
    static RunItem withoutEffect(RunItem item) {
        return unknown(item, "the request was sent " + item.attempts() + " times and the service shows nothing of it");
    }

    /** @param last the service's last word about it */
    static RunItem late(RunItem item, Duration deadline, String last) {
        return unknown(
                item,
                "it did not end within " + deadline.toMinutes() + " min (" + last + "); it goes on at the service");
    }

    /** The line or the service broke again and again. */
    static RunItem unanswered(RunItem item, RuntimeException broken) {
        return item.attempts() > 0
                ? unknown(item, String.valueOf(broken.getMessage()))
                : item.in(
                        ItemState.FAILED,
                        null,
                        broken.getMessage(),
                        "`runs retry` when the service answers again",
                        null);
    }

    static RunItem defect(RunItem item, RuntimeException defect) {
        return item.in(
                ItemState.FAILED, null, "a defect of dpsh met it: " + defect, "`runs retry`; please tell us", null);
    }
}
