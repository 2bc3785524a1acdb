package dpsh.rest;

/** What a request does at the service, declared per operation and never read off the HTTP method. */
public enum Effect {
    /** Reads; always sent. Some are POSTs (checkNameAvailability, findRestorableTimeRanges, Resource Graph). */
    READS,
    /** Starts a check that changes nothing but has an operation of its own: recorded when it can be, never needed. */
    VALIDATES,
    /** Changes something: recorded before it leaves, refused under read-only or without a ledger. */
    CHANGES
}
