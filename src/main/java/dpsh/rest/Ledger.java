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

    /**
     * The service answered for good; called before anything else happens. Status 4xx and 5xx included, but not an answer
     * after which the same request is sent again (401 once, 429, 503 with Retry-After): until the last answer the entry
     * stays open.
     *
     * @throws dpsh.arm.DpshException.LedgerUnavailable when it cannot be written; the exchange warns and goes on, and the
     *     entry must count as "may have arrived"
     */
    void answered(long entry, LedgerAnswer answer);

    /** No answer of an ARM endpoint came. With {@code mayHaveArrived} false the request certainly had no effect. */
    void unanswered(long entry, boolean mayHaveArrived, String why);
}
