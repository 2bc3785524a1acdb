package dpsh.store;

/** How far an operation has come, as far as this ledger knows. */
public enum OperationState {
    /** Written down; whether it was sent is not known, no answer was recorded. */
    RECORDED,
    /** Sent, no answer came: it may have had its effect. */
    UNANSWERED,
    /** Certainly without effect. */
    NOT_SENT,
    /** The service answered and works on it. */
    ACCEPTED,
    /** The operation ended well; the resource does not say so yet. */
    SETTLING,
    /** The operation ended well and the resource says so. */
    SUCCEEDED,
    /** The service refused it, or ended it with an error. */
    FAILED,
    /** The service canceled it. */
    CANCELED,
    /** Nothing is left that could be followed or read back; how it ended is not known. */
    LOST;

    /** Whether this is the last word: it never changes again. */
    public boolean ended() {
        return switch (this) {
            case NOT_SENT, SUCCEEDED, FAILED, CANCELED, LOST -> true;
            case RECORDED, UNANSWERED, ACCEPTED, SETTLING -> false;
        };
    }

    /** Whether there is still something to find out about it. */
    public boolean open() {
        return !ended();
    }
}
