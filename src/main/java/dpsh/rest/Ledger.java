package dpsh.rest;

/**
 * The written record of requests, kept before they leave (law 3). The exchange calls it for every request that validates
 * or changes; a request that changes is not sent when {@link #record} throws.
 */
public interface Ledger {
    /**
     * Writes the request down, durably.
     *
     * @return the entry's number, as the operator sees it
     * @throws dpsh.arm.DpshException.LedgerUnavailable when it cannot be written
     */
    long record(ArmRequest request, String clientRequestId);

    /** The service answered; called before anything else happens. Status 4xx and 5xx included. */
    void answered(long entry, LedgerAnswer answer);

    /** No answer came. With {@code mayHaveArrived} false the request certainly had no effect. */
    void unanswered(long entry, boolean mayHaveArrived, String why);
}
