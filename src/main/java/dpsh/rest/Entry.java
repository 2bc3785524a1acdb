package dpsh.rest;

import dpsh.arm.DpshException;
import dpsh.arm.ErrorBody;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ledger's entry of one request; without a number for reads, and for a validation that could not be written down. */
final class Entry {
    private final Ledger ledger;
    private final Consumer<String> warning;
    private final @Nullable Long number;

    Entry(Ledger ledger, Consumer<String> warning, @Nullable Long number) {
        this.ledger = ledger;
        this.warning = warning;
        this.number = number;
    }

    @Nullable
    Long number() {
        return number;
    }

    /**
     * Records the answer. That it cannot be written does not undo what the service did: the entry stays open, which
     * means "read it back", and the operator is told.
     */
    void answered(Attempt.Answered answer, @Nullable ErrorBody error) {
        if (number != null) {
            try {
                ledger.answered(
                        number,
                        new LedgerAnswer(
                                answer.status(), answer.headers(), error, error == null ? null : answer.kept()));
            } catch (DpshException.LedgerUnavailable e) {
                lost(e);
            }
        }
    }

    void unanswered(boolean mayHaveArrived, String why) {
        if (number != null) {
            try {
                ledger.unanswered(number, mayHaveArrived, why);
            } catch (DpshException.LedgerUnavailable e) {
                lost(e);
            }
        }
    }

    private void lost(DpshException.LedgerUnavailable e) {
        warning.accept("how operation " + number + " went on could not be written down: " + e.getMessage());
    }
}
