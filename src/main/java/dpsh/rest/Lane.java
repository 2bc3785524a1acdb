package dpsh.rest;

/** For whom a request is made. */
public enum Lane {
    /** Somebody waits for the answer: may use all there is, and waits for a token where there is none. */
    PERSON,
    /** One of many: leaves a reserve to persons, and is told when to come again instead of waiting. */
    BULK
}
